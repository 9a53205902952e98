// Reads what the kiosk asks out of the address and signs what was found: format 1 of kiosk/diagnostics/probes/page.py. Knows no page.

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const LARGEST = 36 ** 3 - 1;
const MAC_BYTES = 12;
const LONGEST_AGENT = 60;
const MOST_DETAILS = 200;

export class NoInvitation extends Error {}

// Throws NoInvitation. `road` is "q" (the answer is shown as a QR code) or "c" (it is handed over by cable).
export function readInvitation(fragment) {
  const [format, tag, expires, key, letters, kind, language, road, ...more] = fragment.split(".");
  const sound = format === "1" && /^[A-Z2-7]{14}$/.test(tag ?? "") && /^[0-9A-Z]{6,7}$/.test(expires ?? "") && /^[A-Za-z0-9_-]{22}$/.test(key ?? "")
    && /^[A-Z]{1,26}$/.test(letters ?? "") && ["smartphone", "tablet", "console"].includes(kind) && ["fr", "en"].includes(language) && ["q", "c"].includes(road) && !more.length;
  if (!sound) throw new NoInvitation();
  return { tag, expires, expiresAt: new Date(parseInt(expires, 36) * 1000), key: bytesOf(key), letters: [...letters], kind, language, road };
}

// The signed text. An entry is { letter, said, measured, tenths, number, details }.
export async function signedAnswer(invitation, agent, entries) {
  const body = ["PT1", invitation.tag, invitation.expires, agent, ...entries.map(written)].join("-");
  const key = await crypto.subtle.importKey("raw", invitation.key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(body)));
  return `${body}-${base32(mac.subarray(0, MAC_BYTES))}`;
}

// What the browser says it is, without what every browser says: ANDROID.14.PIXEL.7.CHROME.126
export function agentOf(userAgent) {
  const system = /\(([^)]*)\)/.exec(userAgent)?.[1] ?? "";
  const browser = /(?:Firefox|FxiOS|CriOS|Edg|EdgA|SamsungBrowser|OPR|Chrome|HeadlessChrome)\/\d+|Version\/\d+[.\d]*/.exec(userAgent.replace(/Chrome\/(?=.*(?:Edg|EdgA|SamsungBrowser|OPR)\/)/, ""))?.[0] ?? "";
  const words = `${system} ${browser}`.replace(/\b(?:Linux|U|wv|like Mac OS X|CPU|KHTML|K)\b/g, " ").toUpperCase().match(/[0-9A-Z]+/g) ?? [];
  return words.join(".").slice(0, LONGEST_AGENT);
}

const written = ({ letter, said, measured, tenths, number, details }) => (
  `${letter}${said}${measured ? "M" : "S"}${three(tenths)}${three(number)}${(details ?? "").slice(0, MOST_DETAILS)}`
);

const three = (number) => Math.max(0, Math.min(LARGEST, Math.round(number))).toString(36).toUpperCase().padStart(3, "0");

export const twoDigits = (number) => number.toString(36).toUpperCase().padStart(2, "0");

function base32(raw) {
  const bits = [...raw].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? []).map((part) => BASE32[parseInt(part.padEnd(5, "0"), 2)]).join("");
}

function bytesOf(text) {
  return Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
}
