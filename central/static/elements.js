// Elements made of text alone.

export function make(tag, content, kind) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.append(...[content].flat());
  return element;
}

export const row = (left, right, kind) => make("div", [make("span", left), make("span", right)], `row ${kind ?? ""}`);
