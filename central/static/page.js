// Shows what the address holds: a receipt, or the passport of a device (its fragment is one number).
import { isPassport, readPassport } from "./passport_link.js";
import { passportPaper } from "./passport.js";
import { Altered, readReceipt } from "./link.js";
import { receiptPaper } from "./receipt.js";
import { WORDS } from "./words.js";

class Unread extends Error {}

const PAPERS = { receipt: receiptPaper, passport: passportPaper };
const root = document.documentElement;
let language = navigator.language.toLowerCase().startsWith("fr") ? "fr" : "en";
let shown = { state: "reading", kind: kindOf(location.hash) };

const say = (name, facts = {}) => Object.entries(facts).reduce((text, [key, value]) => text.replace(`{${key}}`, value), WORDS[language][name]);
const told = (name, facts) => say(shown.kind === "passport" ? `passport.${name}` : name, facts);
const at = (id) => document.getElementById(id);

function kindOf(hash) {
  return isPassport(hash.slice(1)) ? "passport" : "receipt";
}

function show() {
  root.lang = language;
  root.dataset.state = shown.state;
  root.dataset.kind = shown.kind;
  document.title = told("title");
  at("verdict-title").textContent = told(shown.state);
  at("verdict-detail").textContent = told(`${shown.state}Detail`, { till: shown.till ?? "" });
  at("print").textContent = say("print");
  at("language").textContent = say("other");
  at("privacy").textContent = told("privacy");
  at("receipt").replaceChildren(...(shown.content ? PAPERS[shown.kind](shown.content, say, language) : []));
  at("receipt").hidden = at("tools").hidden = !shown.content;
}

async function read(kind, fragment) {
  if (!fragment) return { state: "empty" };
  if (!("DecompressionStream" in window) || !window.crypto?.subtle) return { state: "old" };
  try {
    const [dictionary, keys] = await Promise.all([bytes(kind === "passport" ? "/r/link_2.txt" : "/r/link_1.txt"), list("/r/keys.json")]);
    const { content, till } = kind === "passport" ? await readPassport(fragment, dictionary, keys) : await readReceipt(fragment, dictionary, keys);
    return till ? { state: "sound", content, till: till.till } : { state: "unknown", content };
  } catch (error) {
    if (error instanceof Unread) return { state: "unread" };
    if ([Altered, SyntaxError, TypeError, RangeError, DOMException].some((kind) => error instanceof kind)) return { state: "altered" };
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

// Without a network and without a copy there is no list: what was signed is then shown as not checked.
async function list(name) {
  try {
    const answer = await fetch(name);
    return answer.ok ? (await answer.json()).tills : [];
  } catch {
    return [];
  }
}

async function open() {
  const kind = kindOf(location.hash);
  shown = { kind, ...(await read(kind, location.hash.slice(1))) };
  show();
}

at("print").addEventListener("click", () => window.print());
at("language").addEventListener("click", () => { language = language === "fr" ? "en" : "fr"; show(); });
window.addEventListener("hashchange", open);
show();
await open();
if ("serviceWorker" in navigator) await navigator.serviceWorker.register("/r/worker.js");
