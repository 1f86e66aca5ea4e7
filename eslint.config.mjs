// What a type checker does not see: unused names, variables that are never changed, comparisons that convert.
import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["build/", "**/node_modules/", ".venv/", "tests/plain_host.js", "tests/widgets/overlaps.js", "tests/**/audit.js", "tests/jupyter/play_anything.js", "tests/website/has_focus.js", "tests/website/in_sight.js"] },
  js.configs.recommended,
  {
    files: ["lessons/**/*.js", "widgets/**/*.js", "website/page/*.js", "course/**/*.js", "tables/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-shadow": "error", "no-implicit-globals": "error" },
  },
  {
    files: ["website/in_browser/*.js", "tests/website/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "commonjs", globals: globals.node },
  },
];
