"""The till's fiscal key out of the key store; made at its first use. A store or key that cannot be read leaves the till in degraded mode."""

from __future__ import annotations

import logging

from kiosk.fiscal.france.signing import EcdsaSigner, FiscalKeyUnreadable, new_private_key_pem
from kiosk.storage.keys import FISCAL_KEY, KeyStore, KeyStoreUnusable, kept

log = logging.getLogger(__name__)


def till_signer(keys: KeyStore) -> EcdsaSigner | None:
    """None: sell on in degraded mode and sign later (FIS-14)."""
    try:
        return EcdsaSigner(kept(keys, FISCAL_KEY, new_private_key_pem))
    except (KeyStoreUnusable, FiscalKeyUnreadable) as error:
        log.error("the fiscal key cannot be used, records are signed later: %s", error)
        return None
