// A receipt as the till printed it. Everything is written as text: it can never bring its own markup.
import { code128 } from "./code128.js";
import { make, row } from "./elements.js";

// ``say`` gives the page's words, ``language`` the reader's.
export function receiptPaper(receipt, say, language) {
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
  parts.push(make("section", receipt.lines.map((line) => item(line, euros, say))));
  if (receipt.subtotal !== null) parts.push(make("section", salesTax(receipt, euros, say)));
  parts.push(make("section", [
    row(say(receipt.subtotal === null ? "total" : "totalOnTop"), euros(receipt.total), "total"), ...(receipt.nonSale === null ? [] : beside(receipt, euros, say)), make("p", receipt.lines.length === 1 ? say("line") : say("lines", { count: receipt.lines.length }), "small"),
    ...receipt.tenders.map((tender) => row(tender.label, euros(tender.amount))), ...(receipt.change ? [row(say("change"), euros(receipt.change))] : []),
  ]));
  for (const { title, rows } of receipt.sections) parts.push(make("section", [...(title ? [make("h2", title)] : []), ...rows.map(([label, value]) => row(label, value, "small"))]));
  if (receipt.taxes.length || receipt.marginMention) parts.push(make("section", taxes(receipt, euros, say)));
  if (receipt.mentions.length) parts.push(make("section", receipt.mentions.map((mention) => make("p", mention, "small"))));
  parts.push(make("section", [bars(receipt.number, say), ...foot(receipt, say)], "code"));
  return parts;
}

const beside = ({ total, nonSale }, euros, say) => [row(say("nonSale"), euros(nonSale)), row(make("b", say("due")), make("b", euros(total + nonSale)))];

// Prices without tax, then each tax that comes on top, and under it who gets how much.
const salesTax = ({ subtotal, onTop }, euros, say) => [
  row(say("subtotal"), euros(subtotal)), ...onTop.map(({ label, amount }) => row(label.trim(), euros(amount), label.startsWith(" ") ? "small share" : "")),
];

function item(line, euros, say) {
  const below = [];
  if (line.quantity !== "1" && line.unitPrice !== null) below.push(`${line.quantity} × ${euros(line.unitPrice)}`);
  if (line.discount) below.push(`${say("discount")} ${euros(-Math.abs(line.discount))}`);
  below.push(...line.details);
  return make("div", [row(make("b", line.label), `${euros(line.gross)}${line.mark ? ` (${line.mark})` : ""}`), ...below.map((text) => make("p", text, "small"))], "item");
}

function taxes(receipt, euros, say) {
  const parts = [];
  if (receipt.taxes.length) {
    const head = make("tr", ["rate", "net", "tax", "gross"].map((name) => make("th", say(name))));
    const rows = receipt.taxes.map((tax) => make("tr", [`(${tax.mark}) ${tax.rate}`, euros(tax.net), euros(tax.tax), euros(tax.gross)].map((cell) => make("td", cell))));
    parts.push(make("h2", say("taxes")), make("table", [head, ...rows]));
  }
  if (receipt.marginMention) parts.push(row(`(M) ${receipt.marginMention}`, euros(receipt.marginTotal), "small"));
  return parts;
}

function bars(number, say) {
  const code = code128(number);
  code.setAttribute("aria-label", `${say("code")} : ${number}`);
  return code;
}

function foot(receipt, say) {
  const { siret, naf, vatNumber } = receipt.shop;
  const taxId = receipt.subtotal === null ? "TVA" : say("taxId");
  const who = [["SIRET", siret], ["NAF", naf], [taxId, vatNumber]].filter(([, number]) => number).map((pair) => pair.join(" "));
  return [receipt.number, ...receipt.stamp, who.join(" · ")].map((text) => make("p", text, "small"));
}
