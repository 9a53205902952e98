// Face or finger, by the device's own authenticator. Nothing about the person leaves the phone: the key made for the test is forgotten at once.
import { failed, notTestable, passed, undecided } from "./kit.js";

export async function biometrics(stage) {
  const there = await window.PublicKeyCredential?.isUserVerifyingPlatformAuthenticatorAvailable?.().catch(() => false);
  if (!there) return notTestable();
  for (;;) {
    await stage.ask("biometricsReady", [["go", "biometricsGo", "next"]]);
    const made = await verified(stage.say("testKey"));
    const choices = made ? [["code", "byCode"], ["body", "byBody", "next"]] : [["refused", "notRecognised", "fault"], ["again", "again", "next"]];
    const said = await stage.ask(made ? "biometrics" : "biometricsFailed", choices);
    if (said === "body") return passed();
    if (said === "refused") return failed();
    if (said === "code") return undecided();
  }
}

async function verified(name) {
  const random = (length) => crypto.getRandomValues(new Uint8Array(length));
  try {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: random(32), rp: { name }, user: { id: random(16), name, displayName: name }, pubKeyCredParams: [{ type: "public-key", alg: -7 }, { type: "public-key", alg: -257 }],
        authenticatorSelection: { authenticatorAttachment: "platform", userVerification: "required", residentKey: "discouraged" }, timeout: 60000, attestation: "none",
      },
    });
    await window.PublicKeyCredential.signalUnknownCredential?.({ rpId: location.hostname, credentialId: made.id }).catch(() => {});
    return true;
  } catch {
    return false;
  }
}
