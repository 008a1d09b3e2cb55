// Render a batch of formulas: [[TeX, display], …] on stdin, as JSON;
// [{html} or {error}, …] on stdout, in the same order.
import { readFileSync } from "node:fs";
import katex from "katex";

// Where KaTeX would leave something out or draw it in red, and say nothing, it throws.
function trust({ command }) {
  throw new Error(`${command} leads out of the page: write a link in Markdown`);
}
const always = { output: "htmlAndMathml", throwOnError: true, strict: "error", trust };
const ROWS = /\\begin\{.*\\end\{|\\substack/s;

function render([tex, displayMode]) {
  if (displayMode && tex.includes("\\\\") && !ROWS.test(tex)) {
    return { error: "\\\\ breaks no line here: put the rows into \\begin{aligned}" };
  }
  try {
    return { html: katex.renderToString(tex, { ...always, displayMode }) };
  } catch (error) {
    return { error: error.message.replace(/^KaTeX parse error: /, "") };
  }
}

const formulas = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(formulas.map(render)));
