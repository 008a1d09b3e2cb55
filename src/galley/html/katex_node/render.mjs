// Render a batch of formulas: [[TeX, display], …] on stdin, as JSON;
// [{html} or {error}, …] on stdout, in the same order.
import { readFileSync } from "node:fs";
import katex from "katex";

const always = { output: "htmlAndMathml", throwOnError: true, strict: "error" };

function render([tex, displayMode]) {
  try {
    return { html: katex.renderToString(tex, { ...always, displayMode }) };
  } catch (error) {
    return { error: error.message.replace(/^KaTeX parse error: /, "") };
  }
}

const formulas = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(formulas.map(render)));
