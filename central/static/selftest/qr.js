// A text of digits, capitals and " $%*+-./:" as a QR code: rows of modules, true is dark. Level M, versions 1 to 20 (ISO/IEC 18004). Knows no page.

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
// Of level M, by version: codewords of correction in a block, and blocks.
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];
const LEVEL_M = 0;

export function qrModules(text) {
  const version = fitting(text);
  const symbol = empty(version);
  place(symbol, corrected(codewords(text, version), version));
  const masked = [0, 1, 2, 3, 4, 5, 6, 7].map((mask) => withMask(symbol, mask));
  return masked.reduce((best, found) => (penalty(found) < penalty(best) ? found : best));
}

// An <svg> that stays sharp at any size, with the quiet zone that readers need.
export function qrPicture(text, name) {
  const modules = qrModules(text);
  const quiet = 4;
  const size = modules.length + 2 * quiet;
  const picture = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = modules.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + quiet} ${y + quiet}h1v1h-1z` : ""))).join("");
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" })) picture.setAttribute(key, value);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({ width: size, height: size, fill: "#fff" })) paper.setAttribute(key, value);
  const ink = document.createElementNS("http://www.w3.org/2000/svg", "path");
  ink.setAttribute("d", path);
  picture.append(paper, ink);
  return picture;
}

const sizeOf = (version) => 17 + 4 * version;

function rawModules(version) {
  let count = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const rows = Math.floor(version / 7) + 2;
    count -= (25 * rows - 10) * rows - 55;
    if (version >= 7) count -= 36;
  }
  return count;
}

const dataCodewords = (version) => Math.floor(rawModules(version) / 8) - CORRECTION[version] * BLOCKS[version];
const lengthBits = (version) => (version < 10 ? 9 : 11);

function fitting(text) {
  const bits = 4 + Math.ceil((text.length * 11) / 2);
  for (let version = 1; version < BLOCKS.length; version += 1) if (bits + lengthBits(version) <= 8 * dataCodewords(version)) return version;
  throw new RangeError("too long for a QR code");
}

function codewords(text, version) {
  const bits = [];
  const push = (value, length) => { for (let at = length - 1; at >= 0; at -= 1) bits.push((value >> at) & 1); };
  push(2, 4);
  push(text.length, lengthBits(version));
  for (let at = 0; at < text.length; at += 2) {
    const first = ALPHABET.indexOf(text[at]);
    if (at + 1 < text.length) push(first * 45 + ALPHABET.indexOf(text[at + 1]), 11);
    else push(first, 6);
  }
  const room = 8 * dataCodewords(version);
  push(0, Math.min(4, room - bits.length));
  while (bits.length % 8) bits.push(0);
  for (let filler = 0xec; bits.length < room; filler ^= 0xec ^ 0x11) push(filler, 8);
  return Array.from({ length: bits.length / 8 }, (_, at) => bits.slice(8 * at, 8 * at + 8).reduce((byte, bit) => (byte << 1) | bit, 0));
}

function multiplied(a, b) {
  let product = 0;
  for (let at = 7; at >= 0; at -= 1) product = ((product << 1) ^ ((product >> 7) * 0x11d)) ^ (((b >> at) & 1) * a);
  return product & 0xff;
}

function divisor(degree) {
  const result = [...Array(degree - 1).fill(0), 1];
  for (let root = 1, step = 0; step < degree; step += 1, root = multiplied(root, 2)) {
    for (let at = 0; at < degree; at += 1) result[at] = multiplied(result[at], root) ^ (at + 1 < degree ? result[at + 1] : 0);
  }
  return result;
}

function remainder(data, by) {
  const result = Array(by.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ result.shift();
    result.push(0);
    by.forEach((coefficient, at) => { result[at] ^= multiplied(coefficient, factor); });
  }
  return result;
}

// The data in blocks, each with its correction, interleaved as they are drawn.
function corrected(data, version) {
  const blocks = BLOCKS[version];
  const by = divisor(CORRECTION[version]);
  const total = Math.floor(rawModules(version) / 8);
  const short = Math.floor(total / blocks) - CORRECTION[version];
  const longer = total % blocks;
  let from = 0;
  const parts = Array.from({ length: blocks }, (_, at) => {
    const part = data.slice(from, from += short + (at < blocks - longer ? 0 : 1));
    return { part, check: remainder(part, by) };
  });
  const drawn = [];
  for (let at = 0; at <= short; at += 1) for (const { part } of parts) if (at < part.length) drawn.push(part[at]);
  for (let at = 0; at < CORRECTION[version]; at += 1) for (const { check } of parts) drawn.push(check[at]);
  return drawn;
}

function empty(version) {
  const size = sizeOf(version);
  const dark = Array.from({ length: size }, () => Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => Array(size).fill(false));
  const set = (x, y, value) => { if (x >= 0 && y >= 0 && x < size && y < size) { dark[y][x] = value; fixed[y][x] = true; } };
  for (let at = 0; at < size; at += 1) { set(6, at, at % 2 === 0); set(at, 6, at % 2 === 0); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy += 1) for (let dx = -4; dx <= 4; dx += 1) set(cx + dx, cy + dy, ![2, 4].includes(Math.max(Math.abs(dx), Math.abs(dy))));
  }
  const centres = alignment(version, size);
  const last = centres.length - 1;
  centres.forEach((cx, column) => centres.forEach((cy, row) => {
    if ((column === 0 && row === 0) || (column === 0 && row === last) || (column === last && row === 0)) return;
    for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  const symbol = { version, size, dark, fixed, set };
  drawFormat(symbol, 0);
  if (version >= 7) drawVersion(symbol);
  return symbol;
}

function alignment(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - step * at).reverse()];
}

function drawFormat({ size, set }, mask) {
  const data = (LEVEL_M << 3) | mask;
  let rest = data;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (at) => ((bits >> at) & 1) === 1;
  for (let at = 0; at <= 5; at += 1) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at += 1) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at += 1) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at += 1) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

function drawVersion({ version, size, set }) {
  let rest = version;
  for (let step = 0; step < 12; step += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at += 1) {
    const value = ((bits >> at) & 1) === 1;
    const near = size - 11 + (at % 3);
    set(near, Math.floor(at / 3), value);
    set(Math.floor(at / 3), near, value);
  }
}

function place({ size, dark, fixed }, bytes) {
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y][x] || at >= bytes.length * 8) continue;
        dark[y][x] = ((bytes[at >> 3] >> (7 - (at & 7))) & 1) === 1;
        at += 1;
      }
    }
  }
}

const MASKS = [
  (x, y) => (x + y) % 2, (_x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3, (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3), (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

function withMask(symbol, mask) {
  const dark = symbol.dark.map((row) => [...row]);
  const { size, fixed } = symbol;
  const set = (x, y, value) => { dark[y][x] = value; };
  drawFormat({ size, set }, mask);
  for (let y = 0; y < size; y += 1) for (let x = 0; x < size; x += 1) if (!fixed[y][x] && MASKS[mask](x, y) === 0) dark[y][x] = !dark[y][x];
  return dark;
}

// Long runs, blocks of one colour and too much of one colour are hard to read.
function penalty(modules) {
  const size = modules.length;
  const runs = (line) => line.reduce(({ cost, length, last }, dark) => {
    const now = dark === last ? length + 1 : 1;
    return { cost: cost + (now === 5 ? 3 : now > 5 ? 1 : 0), length: now, last: dark };
  }, { cost: 0, length: 0, last: null }).cost;
  let cost = 0;
  let count = 0;
  for (let at = 0; at < size; at += 1) {
    cost += runs(modules[at]) + runs(modules.map((row) => row[at]));
    count += modules[at].filter(Boolean).length;
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const dark = modules[y][x];
      if (dark === modules[y - 1][x] && dark === modules[y][x - 1] && dark === modules[y - 1][x - 1]) cost += 3;
    }
  }
  return cost + Math.floor(Math.abs(count * 20 - size * size * 10) / (size * size)) * 10;
}
