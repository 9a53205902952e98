// Shows the receipt of the address. Everything is written as text: a receipt can never bring its own markup.
import { code128 } from "./code128.js";
import { Altered, readReceipt } from "./link.js";
import { WORDS } from "./words.js";

class Unread extends Error {}

const root = document.documentElement;
let language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
let shown = { state: "reading" };

const say = (name, facts = {}) => Object.entries(facts).reduce((text, [key, value]) => text.replace(`{${key}}`, value), WORDS[language][name]);
const at = (id) => document.getElementById(id);

function make(tag, content, kind) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...[content].flat());
  return element;
}

const row = (left, right, kind) => make("div", [make("span", left), make("span", right)], `row ${kind ?? ""}`);

function paper(receipt) {
  const money = new Intl.NumberFormat(language, { style: "currency", currency: receipt.currency });
  const euros = (cents) => money.format(cents / 100);
  const { shop } = receipt;
  const parts = [];
  if (receipt.training) parts.push(make("div", [say("training"), make("small", say("trainingDetail"))], "banner training"));
  if (receipt.copy !== null) parts.push(make("div", [say("copy", { count: receipt.copy }), make("small", receipt.copyAt ?? "")], "banner"));
  parts.push(make("header", [
    make("h1", shop.name), make("p", shop.legalName), make("p", shop.address.join(", ")), ...(shop.phone ? [make("p", `${say("phone")} ${shop.phone}`)] : []),
  ]));
  if (receipt.title) parts.push(make("h2", receipt.title, "title"));
  parts.push(make("section", [row(make("b", `${say("ticket")} ${receipt.number}`), receipt.at), row(receipt.till, receipt.cashier, "small")]));
  parts.push(make("section", receipt.lines.map((line) => item(line, euros))));
  if (receipt.subtotal !== null) parts.push(make("section", salesTax(receipt, euros)));
  parts.push(make("section", [
    row(say(receipt.subtotal === null ? "total" : "totalOnTop"), euros(receipt.total), "total"), ...(receipt.nonSale === null ? [] : beside(receipt, euros)), make("p", receipt.lines.length === 1 ? say("line") : say("lines", { count: receipt.lines.length }), "small"),
    ...receipt.tenders.map((tender) => row(tender.label, euros(tender.amount))), ...(receipt.change ? [row(say("change"), euros(receipt.change))] : []),
  ]));
  for (const { title, rows } of receipt.sections) parts.push(make("section", [...(title ? [make("h2", title)] : []), ...rows.map(([label, value]) => row(label, value, "small"))]));
  if (receipt.taxes.length || receipt.marginMention) parts.push(make("section", taxes(receipt, euros)));
  if (receipt.mentions.length) parts.push(make("section", receipt.mentions.map((mention) => make("p", mention, "small"))));
  parts.push(make("section", [bars(receipt.number), ...foot(receipt)], "code"));
  return parts;
}

const beside = ({ total, nonSale }, euros) => [row(say("nonSale"), euros(nonSale)), row(make("b", say("due")), make("b", euros(total + nonSale)))];

// Prices without tax, then each tax that comes on top, and under it who gets how much.
const salesTax = ({ subtotal, onTop }, euros) => [
  row(say("subtotal"), euros(subtotal)), ...onTop.map(({ label, amount }) => row(label.trim(), euros(amount), label.startsWith(" ") ? "small share" : "")),
];

function item(line, euros) {
  const below = [];
  if (line.quantity !== "1" && line.unitPrice !== null) below.push(`${line.quantity} × ${euros(line.unitPrice)}`);
  if (line.discount) below.push(`${say("discount")} ${euros(-Math.abs(line.discount))}`);
  below.push(...line.details);
  return make("div", [row(make("b", line.label), `${euros(line.gross)}${line.mark ? ` (${line.mark})` : ""}`), ...below.map((text) => make("p", text, "small"))], "item");
}

function taxes(receipt, euros) {
  const parts = [];
  if (receipt.taxes.length) {
    const head = make("tr", ["rate", "net", "tax", "gross"].map((name) => make("th", say(name))));
    const rows = receipt.taxes.map((tax) => make("tr", [`(${tax.mark}) ${tax.rate}`, euros(tax.net), euros(tax.tax), euros(tax.gross)].map((cell) => make("td", cell))));
    parts.push(make("h2", say("taxes")), make("table", [head, ...rows]));
  }
  if (receipt.marginMention) parts.push(row(`(M) ${receipt.marginMention}`, euros(receipt.marginTotal), "small"));
  return parts;
}

function bars(number) {
  const code = code128(number);
  code.setAttribute("aria-label", `${say("code")} : ${number}`);
  return code;
}

function foot(receipt) {
  const { siret, naf, vatNumber } = receipt.shop;
  const taxId = receipt.subtotal === null ? "TVA" : say("taxId");
  const who = [["SIRET", siret], ["NAF", naf], [taxId, vatNumber]].filter(([, number]) => number).map((pair) => pair.join(" "));
  return [receipt.number, ...receipt.stamp, who.join(" · ")].map((text) => make("p", text, "small"));
}

function show() {
  root.lang = language;
  root.dataset.state = shown.state;
  document.title = say("title");
  at("verdict-title").textContent = say(shown.state);
  at("verdict-detail").textContent = say(`${shown.state}Detail`, { till: shown.till ?? "" });
  at("print").textContent = say("print");
  at("language").textContent = say("other");
  at("privacy").textContent = say("privacy");
  at("receipt").replaceChildren(...(shown.receipt ? paper(shown.receipt) : []));
  at("receipt").hidden = at("tools").hidden = !shown.receipt;
}

async function read() {
  const fragment = location.hash.slice(1);
  if (!fragment) return { state: "empty" };
  if (!("DecompressionStream" in window) || !window.crypto?.subtle) return { state: "old" };
  try {
    const [dictionary, keys] = await Promise.all([bytes("/r/link_1.txt"), list("/r/keys.json")]);
    const { receipt, till } = await readReceipt(fragment, dictionary, keys);
    return till ? { state: "sound", receipt, till: till.till } : { state: "unknown", receipt };
  } catch (error) {
    if (error instanceof Unread) return { state: "unread" };
    if (error instanceof Altered || error instanceof SyntaxError || error instanceof TypeError || error instanceof DOMException) return { state: "altered" };
    throw error;
  }
}

async function bytes(name) {
  try {
    return new Uint8Array(await (await fetch(name)).arrayBuffer());
  } catch {
    throw new Unread();
  }
}

// Without a network and without a copy there is no list: the receipt is then shown as not checked.
async function list(name) {
  try {
    const answer = await fetch(name);
    return answer.ok ? (await answer.json()).tills : [];
  } catch {
    return [];
  }
}

async function open() {
  shown = await read();
  show();
}

at("print").addEventListener("click", () => window.print());
at("language").addEventListener("click", () => { language = language === "fr" ? "en" : "fr"; show(); });
window.addEventListener("hashchange", open);
show();
await open();
if ("serviceWorker" in navigator) await navigator.serviceWorker.register("/r/worker.js");
