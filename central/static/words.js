// The page's own words. What the till printed stays as it was printed.

export const WORDS = {
  fr: {
    title: "Votre ticket", other: "English", print: "Imprimer", reading: "Lecture du ticket…", readingDetail: "",
    sound: "Ticket authentique", soundDetail: "Signé par la caisse {till}, il n’a pas été modifié.",
    unknown: "Signature non vérifiée", unknownDetail: "La clé de cette caisse n’est pas connue ici. Connectez-vous à Internet puis rouvrez le ticket.",
    altered: "Ticket modifié ou incomplet", alteredDetail: "Ce lien n’est pas celui que la caisse a signé. Demandez un duplicata au magasin.",
    empty: "Aucun ticket dans ce lien", emptyDetail: "Scannez à nouveau le QR code affiché par la caisse.",
    old: "Navigateur trop ancien", oldDetail: "Ce navigateur ne sait pas lire le ticket. Mettez-le à jour ou demandez un ticket imprimé.",
    unread: "Ticket pas encore lisible", unreadDetail: "La page n’est pas entière sur ce téléphone. Connectez-vous à Internet puis rouvrez le ticket.",
    ticket: "Ticket", total: "Total TTC", totalOnTop: "Total", subtotal: "Sous-total", taxId: "N° fiscal", line: "1 ligne", lines: "{count} lignes", discount: "Remise", change: "Rendu", taxes: "TVA (hors régime de la marge)",
    rate: "Taux", net: "HT", tax: "TVA", gross: "TTC", nonSale: "Cartes cadeaux, acomptes", due: "À régler", copy: "DUPLICATA n° {count}", training: "FORMATION", trainingDetail: "Essai sans valeur",
    code: "Code du ticket, à présenter au magasin", phone: "Tél.",
    privacy: "Le ticket est contenu dans ce lien et n’est envoyé à aucun serveur. Gardez le lien : il se rouvre sans connexion.",
  },
  en: {
    title: "Your receipt", other: "Français", print: "Print", reading: "Reading the receipt…", readingDetail: "",
    sound: "Genuine receipt", soundDetail: "Signed by till {till}; it has not been changed.",
    unknown: "Signature not checked", unknownDetail: "This till’s key is not known here. Go online, then open the receipt again.",
    altered: "Receipt altered or incomplete", alteredDetail: "This is not the link that the till signed. Ask the shop for a duplicate.",
    empty: "No receipt in this link", emptyDetail: "Scan the QR code on the till again.",
    old: "Browser too old", oldDetail: "This browser cannot read the receipt. Update it, or ask for a printed one.",
    unread: "Receipt not readable yet", unreadDetail: "This page is not whole on this phone. Go online, then open the receipt again.",
    ticket: "Receipt", total: "Total incl. VAT", totalOnTop: "Total", subtotal: "Subtotal", taxId: "Sales tax ID", line: "1 line", lines: "{count} lines", discount: "Discount", change: "Change",
    taxes: "VAT (outside the margin scheme)", rate: "Rate", net: "Net", tax: "VAT", gross: "Gross", nonSale: "Gift cards and deposits", due: "To pay", copy: "DUPLICATE no. {count}", training: "TRAINING",
    trainingDetail: "Without value", code: "Receipt code, to be shown in the shop", phone: "Tel.",
    privacy: "The receipt is inside this link and is sent to no server. Keep the link: it opens without a connection.",
  },
};
