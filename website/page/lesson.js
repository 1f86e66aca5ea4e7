// @ts-check
// A lesson's page.
import { begin } from "./running.js";

begin({ session: "lesson", coming: "coming", here: "here", absent: "absent", begun: () => {} });
