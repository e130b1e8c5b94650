// Builds dist/: the same bytes from the same sources.
import { build } from "esbuild";
import { gzipSync } from "fflate";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const PACKAGES = ["sigma", "graphology", "graphology-utils", "events", "oxigraph"];
const common = { bundle: true, minify: true, target: ["chrome110", "firefox115", "safari16.4"], legalComments: "none", charset: "utf8", write: false, logLevel: "warning" };

const packageFile = (name, file) => `node_modules/${name}/${file}`;

/**
 * The Rust crates in Oxigraph's engine: name, version and licence, from the bill of materials of the pyoxigraph of the same version
 * (those of the ones that only WASM has were added by hand). The engine names most of them: none of those may be missing here.
 */
function crates(wasm) {
  const listed = JSON.parse(readFileSync("licences/oxigraph-crates.json", "utf8"));
  const known = new Set(listed.map(([name, version]) => `${name}-${version}`));
  for (const [, crate] of wasm.toString("latin1").matchAll(/(?:registry\/src\/[^/]+|rust\/deps)\/([\w-]+-\d+\.\d+\.\d+[^/]*)\//g)) {
    if (!known.has(crate)) throw new Error(`${crate} is in Oxigraph's engine but not in licences/oxigraph-crates.json`);
  }
  return listed;
}

/** Name, version and licence of the packages that end up in the page. */
function parts(wasm) {
  return PACKAGES.map((name) => {
    const { version, license } = JSON.parse(readFileSync(packageFile(name, "package.json"), "utf8"));
    const file = readdirSync(`node_modules/${name}`).find((one) => /^licen[cs]e/i.test(one));
    return { name, version, licence: license, crates: name === "oxigraph" ? crates(wasm) : [], text: file ? readFileSync(packageFile(name, file), "utf8").trim() : readFileSync(`licences/${name}.txt`, "utf8").trim() };
  });
}

async function script(entry, define = {}) {
  const { outputFiles } = await build({ ...common, entryPoints: [entry], format: "iife", define });
  return outputFiles[0].text;
}

async function sheet(entry) {
  const { outputFiles } = await build({ ...common, entryPoints: [entry] });
  return outputFiles[0].text;
}

/** As it stands in the page, where "</script" would end it and "<!--" would comment it out. */
function inline(text) {
  return text.replaceAll("</script", "<\\/script").replaceAll("<!--", "\\x3C!--");
}

mkdirSync("dist", { recursive: true });
const wasm = readFileSync(packageFile("oxigraph", "web_bg.wasm"));
const worker = await script("src/sparql/worker.ts", { "import.meta.url": '""' });
writeFileSync("dist/explorer.js", inline(await script("src/main.ts", { WORKER: JSON.stringify(worker), PARTS: JSON.stringify(parts(wasm)) })));
writeFileSync("dist/explorer.css", await sheet("styles/explorer.css"));
writeFileSync("dist/query.js", inline(await script("src/query.ts")));
writeFileSync("dist/query.css", await sheet("styles/query.css"));
writeFileSync("dist/oxigraph.wasm.gz", gzipSync(wasm, { level: 9, mtime: 0 }));
