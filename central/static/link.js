// Reads a receipt out of the address: format 1 of kiosk/documents/receipt_link.py; and what every format needs. Knows no page.

export const KEY_ID_BYTES = 8;

export class Altered extends Error {}

// The receipt and the till that signed it; `till` is null when its key is not in the list. Throws Altered.
export async function readReceipt(fragment, dictionary, keys) {
  const [body, signature, ...more] = fragment.split(".");
  if (!body || !signature || more.length) throw new Altered("not a receipt");
  const raw = bytesOf(body);
  if (raw[0] !== 1) throw new Altered("another format");
  const receipt = named(JSON.parse(await inflated(raw.subarray(1 + KEY_ID_BYTES), dictionary)));
  const till = keyOf(raw, keys);
  if (till === null) return { content: receipt, till };
  const sound = await verified(till.spki, bytesOf(signature), new TextEncoder().encode(`receipt.1.${body}`));
  if (!sound || !receipt.number.startsWith(`${till.till}-`)) throw new Altered("not what the till signed");
  return { content: receipt, till };
}

// The published key that a body names; null when it is not in the list.
export function keyOf(body, keys) {
  const keyId = [...body.subarray(1, 1 + KEY_ID_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return keys.find((key) => key.key_id === keyId) ?? null;
}

export async function verified(spki, signature, text) {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("spki", bytesOf(spki), algorithm, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, text);
}

// The browser knows no preset dictionary: it goes in front as a stored block, which leaves it in the window, and is cut off again.
export async function inflated(packed, dictionary) {
  const length = dictionary.length;
  const block = new Uint8Array([0, length & 255, length >> 8, ~length & 255, (~length >> 8) & 255]);
  const stream = new Blob([block, dictionary, packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  return new TextDecoder("utf-8", { fatal: true }).decode(whole.subarray(length));
}

function bytesOf(text) {
  const plain = text.replace(/-/g, "+").replace(/_/g, "/").replace(/=+$/, "");
  if (!/^[A-Za-z0-9+/]+$/.test(plain) || plain.length % 4 === 1) throw new Altered("not base64url");
  return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
}

function named(said) {
  const [
    shop, till, number, at, cashier, lines, total, taxes, marginTotal, marginMention, tenders, change, mentions, stamp, copy, copyAt, training, title, nonSale, sections, currency,
    subtotal = null, onTop = [],
  ] = said;
  const [name, legalName, address, siret, naf, vatNumber, phone] = shop;
  return {
    shop: { name, legalName, address, siret, naf, vatNumber, phone }, till, number, at, cashier, total, marginTotal, marginMention, change, mentions, stamp,
    copy, copyAt, training: Boolean(training), title, nonSale, currency, subtotal,
    onTop: onTop.map(([label, amount]) => ({ label, amount })),
    sections: sections.map(([title, rows]) => ({ title, rows })),
    lines: lines.map(([label, quantity, gross, mark, unitPrice, details, discount]) => ({ label, quantity, gross, mark, unitPrice, details, discount })),
    taxes: taxes.map(([mark, rate, net, tax, gross]) => ({ mark, rate, net, tax, gross })),
    tenders: tenders.map(([label, amount]) => ({ label, amount })),
  };
}
