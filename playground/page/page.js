"use strict";

const at = (id) => document.getElementById(id);
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
/** Longer documents are not shown in the editor, and larger ones are not generated while they are typed. */
const EDITABLE = 2_000_000;
const QUICK = 300_000;
/** Longer files are shown without colours. */
const COLOURED = 400_000;

let big = null; // a document that is too long for the editor
let name = "openapi.yaml";
let number = 0;
let made = null;

// The generator

const worker = new Worker(URL.createObjectURL(new Blob([at("worker").textContent], { type: "text/javascript" })));
worker.onerror = (event) => say("failed", `The generator cannot be started: ${event.message}`);
worker.onmessage = ({ data }) => {
  if (data.ready) {
    at("run").disabled = false;
    say("ready", "Ready.");
    if (text().trim()) generate();
  } else if (data.number === number || data.number === undefined) {
    data.error ? fail(data.error) : show(data.answer, data.seconds);
  }
};
{
  const bytes = Uint8Array.from(atob(at("generator").textContent.trim()), (letter) => letter.charCodeAt(0));
  at("generator").remove();
  worker.postMessage({ generator: bytes });
}

const text = () => big ?? at("document").value;

function generate() {
  if (at("run").disabled) return;
  number += 1;
  say("working", "Generating…");
  worker.postMessage({ number, request: { name, text: text(), settings: at("settings").value } });
}

function say(state, words) {
  at("status").dataset.state = state;
  at("status").textContent = words;
}

function fail(words) {
  made = null;
  say("failed", words);
  for (const id of ["problems", "client", "surface"]) at(id).replaceChildren();
}

// What was made

function show(answer, seconds) {
  made = answer.client;
  const time = `${seconds.toFixed(2)} s`;
  if (made) {
    const count = `${plural(made.operations, "operation")}, ${plural(made.types, "type")}`;
    const size = `${plural(made.files.length, "file")}, ${made.lines.toLocaleString("en")} lines`;
    say("done", `${made.title}: ${count}; ${size}, in ${time}. ${sentence(answer.summary)}`);
  } else {
    say("failed", `Nothing was generated: ${answer.summary}.`);
  }
  at("tab-problems").textContent = `Problems (${answer.count})`;
  showProblems(answer);
  showClient();
  showSurface();
  if (!made) select("problems");
}

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
const sentence = (words) => `${words[0].toUpperCase()}${words.slice(1)}.`;

function showProblems({ problems, count }) {
  const kinds = new Map();
  for (const problem of problems) {
    const kind = `${problem.severity} ${problem.code}`;
    kinds.set(kind, [...(kinds.get(kind) ?? []), problem]);
  }
  const order = ["error", "warning", "note"];
  const lists = [...kinds.values()].sort((a, b) => order.indexOf(a[0].severity) - order.indexOf(b[0].severity));
  const blocks = lists.map(([first, ...others]) => {
    const block = problemBlock(first);
    if (others.length) {
      block.append(make("details", {}, make("summary", { textContent: `${plural(others.length, "more")} like this`.replace("mores", "more") }), ...others.map(problemLine)));
    }
    return block;
  });
  if (problems.length < count) blocks.push(make("p", { className: "empty", textContent: `And ${count - problems.length} more, which the command shows.` }));
  if (!blocks.length) blocks.push(make("p", { className: "empty", textContent: made ? "No problems." : "" }));
  at("problems").replaceChildren(...blocks);
}

function problemBlock(problem) {
  const head = make("h2", {}, make("span", { className: `badge ${problem.severity}`, textContent: problem.severity }), " ", ...prose(problem.message), " ", make("span", { className: "code-of", textContent: problem.code }));
  // The first lines say again what the heading says, and frames are for terminals.
  const marked = problem.shown.split("\n").slice(2).filter((line) => /^ *\d* \| *\S|^\.\.\.|^ *:::/.test(line)).join("\n");
  const help = make("p", { className: "help" }, ...prose(problem.help));
  return make("article", { className: problem.severity }, head, place(problem), ...(marked ? [make("pre", { textContent: marked })] : []), help);
}

/** Names of the document and of code stand between backticks. */
const prose = (words) => words.split("`").map((part, index) => (index % 2 ? make("code", { textContent: part }) : part));

const problemLine = (problem) => make("p", { className: "line" }, place(problem), " ", ...prose(problem.message));

function place(problem) {
  if (!problem.line) return make("span", { className: "place", textContent: problem.file ?? "the document" });
  const words = `${problem.file}:${problem.line}:${problem.column}`;
  const button = make("button", { type: "button", className: "place", textContent: words, title: "Show it in the document" });
  button.onclick = () => mark(problem);
  return button;
}

/** Selects what a problem is about. */
function mark({ file, line, column, endLine, endColumn }) {
  const area = at(file === "specwright.toml" ? "settings" : "document");
  if (area.hidden) return;
  if (area.id === "settings") area.closest("details").open = true;
  const lines = area.value.split("\n");
  const offset = (line, column) => {
    const before = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
    // Columns count characters, and offsets count UTF-16.
    return before + [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  };
  const start = offset(line, column);
  area.focus();
  area.setSelectionRange(start, Math.max(start + 1, offset(endLine ?? line, endColumn ?? column)));
  area.scrollTop = (line - 4) * parseFloat(getComputedStyle(area).lineHeight);
}

function showClient() {
  if (!made) return at("client").replaceChildren(make("p", { className: "empty", textContent: "There is no client." }));
  const code = make("pre", { className: "code", tabIndex: 0 });
  const title = make("span", { className: "path" });
  const copy = make("button", { type: "button", className: "quiet", textContent: "Copy" });
  const save = make("button", { type: "button", className: "quiet", textContent: "Download the package" });
  save.onclick = download;
  const open = (path, text, button) => {
    for (const other of list.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    title.textContent = path;
    code.innerHTML = coloured(path, text);
    code.scrollTop = 0;
    copy.onclick = () => navigator.clipboard?.writeText(text);
  };
  const list = make("nav", { ariaLabel: "Files" });
  const buttons = made.files.map(([path, text]) => {
    const button = make("button", { type: "button", textContent: path, title: `${path}: ${plural(text.split("\n").length - 1, "line")}` });
    button.onclick = () => open(path, text, button);
    return button;
  });
  list.append(...buttons);
  const head = make("div", { className: "bar" }, title, copy, save);
  at("client").replaceChildren(list, make("div", { className: "file" }, head, code));
  const first = Math.max(0, made.files.findIndex(([path]) => path === "src/client.rs"));
  buttons[first]?.click();
}

function showSurface() {
  if (!made?.surface) return at("surface").replaceChildren(make("p", { className: "empty", textContent: "There is no surface." }));
  const { items } = JSON.parse(made.surface);
  const body = make("tbody");
  const filter = make("input", { type: "search", placeholder: "Filter by name", ariaLabel: "Filter by name" });
  const MOST = 1000;
  const fill = () => {
    const wanted = filter.value.toLowerCase();
    const found = Object.entries(items).filter(([name]) => name.toLowerCase().includes(wanted));
    body.replaceChildren(...found.slice(0, MOST).map(row));
    count.textContent = `${plural(found.length, "item")}${found.length > MOST ? `, the first ${MOST} of them` : ""}`;
  };
  const row = ([name, { is, at: _, ...facts }]) => {
    const words = Object.entries(facts).filter(([, value]) => value !== "").map(([fact, value]) => `${fact} ${typeof value === "string" ? value : JSON.stringify(value)}`);
    return make("tr", {}, make("td", {}, make("code", { textContent: name })), make("td", { textContent: is }), make("td", { textContent: words.join("; ") }));
  };
  const count = make("span", { className: "count" });
  filter.oninput = fill;
  const head = make("thead", {}, make("tr", {}, ...["Name", "Is", "What is known of it"].map((textContent) => make("th", { scope: "col", textContent }))));
  at("surface").replaceChildren(make("div", { className: "bar" }, filter, count), make("table", {}, head, body));
  fill();
}

// Colours of Rust and TOML: comments, strings, words. What is not matched is shown as it is.

const WORDS = /^(?:as|async|await|const|crate|else|enum|fn|for|if|impl|in|let|loop|match|mod|move|mut|pub|ref|return|self|Self|static|struct|super|trait|type|use|where)$/;
const TOKENS = /(\/\/[^\n]*|^#(?!\[|!\[)[^\n]*)|("(?:[^"\\]|\\.)*"|b?'(?:[^'\\]|\\.)')|(#!?\[[^\]\n]*\]?)|\b([A-Za-z_]\w*)\b/gm;
const escaped = (text) => text.replace(/[&<>]/g, (letter) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[letter]);

function coloured(path, text) {
  if (!/\.(rs|toml)$/.test(path) || text.length > COLOURED) return escaped(text);
  let html = "";
  let end = 0;
  for (const found of text.matchAll(TOKENS)) {
    const [token, comment, string, attribute, word] = found;
    const kind = comment ? "comment" : string ? "string" : attribute ? "attribute" : WORDS.test(word) ? "word" : /^[A-Z]/.test(word) ? "type" : "";
    if (!kind) continue;
    html += `${escaped(text.slice(end, found.index))}<span class="${kind}">${escaped(token)}</span>`;
    end = found.index + token.length;
  }
  return html + escaped(text.slice(end));
}

// The package as an archive: tar (POSIX.1-1988), compressed by the browser.

async function download() {
  const manifest = made.files.find(([path]) => path === "Cargo.toml")?.[1] ?? "";
  const root = /^name = "([\w-]+)"/m.exec(manifest)?.[1] ?? "client";
  const encoder = new TextEncoder();
  const parts = made.files.flatMap(([path, text]) => {
    const body = encoder.encode(text);
    return [header(`${root}/${path}`, body.length), body, new Uint8Array((512 - (body.length % 512)) % 512)];
  });
  const tar = new Blob([...parts, new Uint8Array(1024)]);
  const packed = await new Response(tar.stream().pipeThrough(new CompressionStream("gzip"))).blob();
  const link = make("a", { href: URL.createObjectURL(packed), download: `${root}.tar.gz` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function header(path, size) {
  const block = new Uint8Array(512);
  const put = (text, at) => block.set(new TextEncoder().encode(text), at);
  // A long path is cut at a directory: its beginning has a field of its own.
  const cut = path.length > 100 ? path.lastIndexOf("/", 155) : -1;
  put(path.slice(cut + 1), 0);
  if (cut > 0) put(path.slice(0, cut), 345);
  put("0000644\0" + "0000000\0" + "0000000\0" + size.toString(8).padStart(11, "0") + "\0" + "00000000000\0" + "        " + "0", 100);
  put("ustar\x0000", 257);
  const sum = block.reduce((sum, byte) => sum + byte, 0);
  put(sum.toString(8).padStart(6, "0") + "\0 ", 148);
  return block;
}

// The document

async function take(file) {
  accept(await file.text(), file.name);
}

function accept(words, called) {
  name = called;
  at("name").textContent = called;
  const isBig = words.length > EDITABLE;
  big = isBig ? words : null;
  at("document").hidden = isBig;
  at("numbers").hidden = isBig;
  at("big").hidden = !isBig;
  if (isBig) {
    at("big").textContent = `${called}: ${(words.length / 1e6).toFixed(1)} MB. It is too long to be edited here.`;
  } else {
    at("document").value = words;
    at("document").scrollTop = 0;
  }
  count();
  generate();
}

function count() {
  const lines = big ? 0 : at("document").value.split("\n").length;
  at("numbers").textContent = Array.from({ length: lines }, (_, line) => line + 1).join("\n");
}

let typing;
function typed() {
  count();
  clearTimeout(typing);
  if (text().length <= QUICK) typing = setTimeout(generate, 400);
}

at("document").oninput = typed;
at("document").onscroll = () => (at("numbers").scrollTop = at("document").scrollTop);
at("settings").oninput = typed;
at("run").onclick = generate;
at("open").onclick = () => at("file").click();
at("file").onchange = ({ target }) => target.files[0] && take(target.files[0]);
at("example").onclick = () => accept(at("sample").textContent.trimStart(), "bookshop.yaml");
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) generate();
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  at("drop").hidden = false;
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) at("drop").hidden = true;
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  at("drop").hidden = true;
  const file = event.dataTransfer?.files[0];
  if (file) take(file);
});

// Tabs, as WAI-ARIA describes them: arrows move, one of them is in the order of the tab key.

const tabs = [...document.querySelectorAll("[role=tab]")];

function select(id) {
  for (const tab of tabs) {
    const isIt = tab.getAttribute("aria-controls") === id;
    tab.setAttribute("aria-selected", isIt);
    tab.tabIndex = isIt ? 0 : -1;
    at(tab.getAttribute("aria-controls")).hidden = !isIt;
  }
}

tabs.forEach((tab, index) => {
  tab.onclick = () => select(tab.getAttribute("aria-controls"));
  tab.onkeydown = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(index + step + tabs.length) % tabs.length];
    next.click();
    next.focus();
  };
});
count();
