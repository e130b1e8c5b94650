// Puts a page together from dist/ and a folder of blocks, as Python does: node dev/page.mjs FOLDER PAGE
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [folder, page] = process.argv.slice(2);
const read = (path) => readFileSync(path, "utf8");
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const escaped = (json) => json.replace(/[<>&\u2028\u2029]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
const script = read("dist/explorer.js");
const style = read("dist/explorer.css");
const policy = [
  "default-src 'none'",
  `script-src ${hash(script)} 'wasm-unsafe-eval'`,
  `style-src ${hash(style)}`,
  "worker-src blob:",
  "img-src data: blob:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
const json = (name) => (existsSync(`${folder}/${name}.json`) ? `<script type="application/json" id="kg-${name}">${escaped(read(`${folder}/${name}.json`))}</script>\n` : "");
const rdf = existsSync(`${folder}/rdf.b64`) ? `<script type="text/plain" id="kg-rdf">${read(`${folder}/rdf.b64`)}</script>\n` : "";
const wasm = `<script type="text/plain" id="kg-wasm">${readFileSync("dist/oxigraph.wasm.gz").toString("base64")}</script>\n`;
writeFileSync(
  page,
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>News knowledge graph</title>
<style>${style}</style>
</head>
<body>
${["graph", "facts", "texts"].map(json).join("")}${rdf}${wasm}<script>${script}</script>
</body>
</html>
`,
);
