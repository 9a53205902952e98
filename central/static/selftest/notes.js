// Three notes through the air, as kiosk/diagnostics/probes/tones.py plays and judges them: each must stand 12 dB above its own quiet and above its
// neighbours, one after the other. Knows no page.
import { pause } from "./kit.js";

export const NOTES_HZ = [523, 1047, 2093];
export const LEAST_DB = 12;
export const NOTE_MS = 600;
const LOOK_EVERY_MS = 50;
const RUN = 8;
const QUIETEST = 0.2;
const BESIDE = 2 ** (2 / 12);
const WINDOW = 8192;

// Frames of { own, beside } in dB, until `enough` says so of the levels so far or the time is over; then the levels, [] when no three notes came by.
export async function hearNotes(audio, stream, { forMs, enough, tell }) {
  const ear = notesEar(audio, stream);
  const frames = [];
  let levels = [];
  const end = performance.now() + forMs;
  while (performance.now() < end && !enough(levels)) {
    await pause(LOOK_EVERY_MS);
    frames.push(ear.frame());
    levels = judged(frames);
    tell(levels);
  }
  ear.close();
  return levels;
}

// How far each note stands out in its best place, the weakest as far as can be; [] when there are not three of them.
export function judged(frames) {
  let best = new Array(Math.max(0, frames.length - RUN + 1 + RUN * NOTES_HZ.length)).fill({ weakest: Infinity, levels: [] });
  for (const note of NOTES_HZ.keys()) {
    const quiet = frames.map((frame) => frame.own[note]).sort((a, b) => a - b)[Math.floor(QUIETEST * frames.length)];
    const ended = new Array(best.length).fill(null);
    for (let start = 0; start + RUN <= frames.length; start += 1) {
      const before = best[start];
      if (before) {
        const level = standing(frames.slice(start, start + RUN), note, quiet);
        const chain = { weakest: Math.min(before.weakest, level), levels: [...before.levels, level] };
        if (!ended[start + RUN] || chain.weakest > ended[start + RUN].weakest) ended[start + RUN] = chain;
      }
    }
    let last = null;
    best = ended.map((chain) => { last = chain && (!last || chain.weakest > last.weakest) ? chain : last; return last; });
  }
  const found = best.at(-1);
  return found && found.weakest > 0 && found.levels.length === NOTES_HZ.length ? found.levels : [];
}

function standing(run, note, quiet) {
  const mean = (of) => run.reduce((sum, frame) => sum + of(frame), 0) / run.length;
  return mean((frame) => frame.own[note]) - Math.max(quiet, mean((frame) => frame.beside[note]));
}

function notesEar(audio, stream) {
  const source = audio.createMediaStreamSource(stream);
  const node = audio.createAnalyser();
  node.fftSize = WINDOW;
  node.smoothingTimeConstant = 0;
  source.connect(node);
  const bins = new Float32Array(node.frequencyBinCount);
  const at = (hz) => {
    const bin = Math.round((hz * WINDOW) / audio.sampleRate);
    return Math.max(...[...bins.subarray(bin - 1, bin + 2)].map((db) => Math.max(-120, db)));
  };
  return {
    frame: () => {
      node.getFloatFrequencyData(bins);
      return { own: NOTES_HZ.map(at), beside: NOTES_HZ.map((hz) => Math.max(at(hz / BESIDE), at(hz * BESIDE))) };
    },
    close: () => source.disconnect(),
  };
}
