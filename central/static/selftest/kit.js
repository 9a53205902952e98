// What the tests share: elements, a stage to put them on, questions to the person. Everything is written as text, never as markup.

export function make(tag, content = [], kind = "") {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...[content].flat());
  return element;
}

export function button(words, act, kind = "") {
  const element = make("button", words, kind);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}

export const passed = (facts = {}) => result("P", facts);
export const failed = (facts = {}) => result("F", facts);
export const notTestable = () => result("N", {});
export const undecided = (facts = {}) => result("I", facts);
const result = (said, { measured = false, number = 0, details = "" }) => ({ said, measured, number, details });

export const byLimit = (sound, number, details = "") => (sound ? passed : failed)({ measured: true, number, details });

// One test's place on the page. `leave` is settled when the person gives the test up.
export class Stage {
  constructor(root, say, head) {
    this.root = root;
    this.say = say;
    this.head = head;
    this.ends = [];
    this.leave = new Promise((leave) => { this.skip = () => leave({ ...undecided(), left: true }); });
  }

  // Title, one sentence, what the test shows, and its buttons, the next action last.
  show(name, { body = [], buttons = [], skip = true, facts = {} } = {}) {
    document.documentElement.dataset.step = name;
    const title = make("h1", this.say(`${name}Title`, facts));
    title.tabIndex = -1;
    const row = make("div", buttons, "buttons");
    if (skip) row.append(button(this.say("skip"), this.skip, "plain"));
    this.root.replaceChildren(this.head(), make("div", [title, make("p", this.say(`${name}Do`, facts), "quiet"), ...[body].flat()], "grow"), row);
    title.focus();
  }

  // The person's answer: choices are [value, words, kind].
  ask(name, choices, { body = [], skip = true, facts = {} } = {}) {
    return new Promise((tell) => {
      this.show(name, { body, skip, facts, buttons: choices.map(([value, words, kind]) => button(this.say(words), () => tell(value), kind ?? "")) });
    });
  }

  // Over the whole screen, taken away when the test ends.
  cover(element) {
    document.body.append(element);
    this.ends.push(() => element.remove());
    return element;
  }

  atEnd(act) {
    this.ends.push(act);
  }

  end() {
    for (const act of this.ends.splice(0).reverse()) act();
  }
}

export const isIPhone = () => /iPhone|iPod/.test(navigator.userAgent);

export const pause = (ms) => new Promise((go) => setTimeout(go, ms));

// The first value of `promise`, or undefined when it does not come in time.
export const within = (ms, promise) => Promise.race([promise, pause(ms)]);

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
