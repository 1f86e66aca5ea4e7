// @ts-check
// An exercise's page: its forms write into text fields, and Python reads those, checks and marks them.
import { offerAnswers, offerWriting, takeAnswers } from "./answers.js";
import { begin } from "./running.js";

offerWriting();
begin({
  session: "exercise",
  coming: "coming_to_exercise",
  here: "here_in_exercise",
  absent: "absent_in_exercise",
  begun: offerAnswers,
  taken: takeAnswers,
});
