// Reads a device's passport out of the address: format 2 of kiosk/documents/passport_link.py. Knows no page.
import { Altered, KEY_ID_BYTES, inflated, keyOf, verified } from "./link.js";

const SIGNATURE_BYTES = 64;
const LONGEST_NUMBER = 4000;

export const isPassport = (fragment) => /^[0-9]+$/.test(fragment);

// The passport and the till that signed it; `till` is null when its key is not in the list. Throws Altered.
export async function readPassport(fragment, dictionary, keys) {
  const raw = bytesOf(fragment);
  const body = raw.subarray(0, -SIGNATURE_BYTES);
  if (body[0] !== 2) throw new Altered("another format");
  const passport = named(JSON.parse(await inflated(body.subarray(1 + KEY_ID_BYTES), dictionary)));
  const till = keyOf(body, keys);
  if (till === null) return { content: passport, till };
  const text = `passport.2.${btoa(String.fromCharCode(...body)).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
  const sound = await verified(till.spki, raw.subarray(-SIGNATURE_BYTES), new TextEncoder().encode(text));
  if (!sound || passport.till !== till.till) throw new Altered("not what the till signed");
  return { content: passport, till };
}

// One number, in hexadecimal 01 and then the bytes.
function bytesOf(figures) {
  if (figures.length > LONGEST_NUMBER) throw new Altered("too long");
  const hexadecimal = BigInt(figures).toString(16);
  if (!/^1(..)+$/.test(hexadecimal)) throw new Altered("not a passport");
  return Uint8Array.from(hexadecimal.slice(1).match(/../g), (pair) => parseInt(pair, 16));
}

function named(said) {
  const [
    till, number, [shopName, address, phone], model, kind, tail, inspectedOn, inspectedAt, gradeCode, grade, diamonds, rule, facts, rules, training, marks, ways, points,
  ] = said;
  return {
    till, number, shop: { name: shopName, address, phone }, model, kind, tail, inspectedOn, inspectedAt, gradeCode, grade, diamonds, rule, training: Boolean(training),
    facts: facts.map(([label, value]) => ({ label, value })), rules: rules.map(([name, version, sha256]) => ({ name, version, sha256 })),
    points: points.map(([title, found], place) => ({ title, found, mark: marks[place], how: ways[place] })),
  };
}
