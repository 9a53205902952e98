// The touch grid of 12 × 20 cells, borders included, and how many fingers are felt at once.
import { byLimit, button, make, notTestable } from "./kit.js";
import { twoDigits } from "./invitation.js";

export const COLUMNS = 12;
export const ROWS = 20;
const LEAST_CELLS = 238;
const LEAST_FINGERS = 5;
const IDLE_MS = 4000;
const MOST_DRAWN = 60;

export async function touch(stage) {
  if (!navigator.maxTouchPoints) return notTestable();
  const cells = Array.from({ length: COLUMNS * ROWS }, () => make("i"));
  const grid = stage.cover(make("div", cells, "whole cells"));
  const hint = stage.cover(make("p", stage.say("touchHint"), "hint"));
  grid.setAttribute("role", "img");
  grid.setAttribute("aria-label", stage.say("touchDo"));
  return new Promise((tell) => {
    let idle = 0;
    let asked = null;
    const missed = () => cells.flatMap((cell, at) => (cell.className ? [] : [at]));
    const close = () => {
      clearTimeout(idle);
      const gap = missed();
      tell(byLimit(cells.length - gap.length >= LEAST_CELLS, cells.length - gap.length, gap.slice(0, MOST_DRAWN).map(twoDigits).join("")));
    };
    const ask = () => {
      asked = stage.cover(make("div", [
        make("p", stage.say("touchLeft", { count: missed().length, where: placeOf(stage.say, missed()) })), button(stage.say("touchOn"), wake, "next"), button(stage.say("touchEnd"), close),
      ], "over card"));
    };
    const wake = () => {
      asked?.remove();
      asked = null;
      clearTimeout(idle);
      idle = setTimeout(ask, IDLE_MS);
    };
    // Every point that the screen felt; nothing is drawn between two of them, or a dead zone would be crossed unseen.
    const felt = (event) => {
      hint.hidden = true;
      for (const { clientX, clientY } of [event, ...(event.getCoalescedEvents?.() ?? [])]) cells[cellAt(clientX, clientY, grid.clientWidth, grid.clientHeight)].className = "hit";
      if (!missed().length) close();
      else wake();
    };
    grid.addEventListener("pointerdown", felt);
    grid.addEventListener("pointermove", (event) => event.pointerType !== "mouse" && felt(event));
    stage.atEnd(() => clearTimeout(idle));
    idle = setTimeout(ask, 2 * IDLE_MS);
  });
}

function cellAt(x, y, width, height) {
  const column = Math.min(COLUMNS - 1, Math.max(0, Math.floor((x / width) * COLUMNS)));
  const row = Math.min(ROWS - 1, Math.max(0, Math.floor((y / height) * ROWS)));
  return row * COLUMNS + column;
}

// In which part of the screen the missing cells lie, in words.
export function placeOf(say, missed) {
  const mean = (of) => missed.reduce((sum, cell) => sum + of(cell), 0) / missed.length;
  const third = (part) => Math.min(2, Math.floor(part * 3));
  const row = third((mean((cell) => Math.floor(cell / COLUMNS)) + 0.5) / ROWS);
  const column = third((mean((cell) => cell % COLUMNS) + 0.5) / COLUMNS);
  return say(`place${row}${column}`);
}

// The grid in small, with what no finger reached.
export function drawnGrid(missed, name) {
  const grid = make("div", Array.from({ length: COLUMNS * ROWS }, (_, at) => make("i", [], missed.includes(at) ? "missed" : "hit")), "cells drawn");
  grid.setAttribute("role", "img");
  grid.setAttribute("aria-label", name);
  return grid;
}

export async function multitouch(stage, { tablet }) {
  if (navigator.maxTouchPoints < 2) return notTestable();
  const wanted = tablet ? Math.min(10, navigator.maxTouchPoints) : LEAST_FINGERS;
  const number = make("p", "0", "number");
  const area = stage.cover(make("div", [make("div", [make("p", stage.say("multitouchDo", { count: wanted }), "quiet"), number])], "whole fingers"));
  const leave = stage.cover(make("div", [button(stage.say("multitouchEnd"), () => {}, "plain")], "over"));
  leave.style.top = "auto";
  leave.style.bottom = "0";
  return new Promise((tell) => {
    const down = new Map();
    let most = 0;
    const close = () => tell(byLimit(most >= LEAST_FINGERS, most));
    const lift = ({ pointerId }) => {
      down.get(pointerId)?.remove();
      down.delete(pointerId);
      if (most >= wanted && !down.size) close();
    };
    const follow = ({ pointerId, clientX, clientY }) => {
      const finger = down.get(pointerId);
      if (finger) { finger.style.left = `${clientX}px`; finger.style.top = `${clientY}px`; }
    };
    area.addEventListener("pointerdown", (event) => {
      const finger = make("i", [], "finger");
      down.set(event.pointerId, finger);
      area.append(finger);
      follow(event);
      most = Math.max(most, down.size);
      number.textContent = String(most);
    });
    area.addEventListener("pointermove", follow);
    area.addEventListener("pointerup", lift);
    area.addEventListener("pointercancel", lift);
    leave.firstChild.addEventListener("click", close);
  });
}
