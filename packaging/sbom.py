"""The bill of materials of a built executable, as CycloneDX 1.6 in JSON."""

import hashlib
import json
import uuid

# Parts that come inside another one.
BUNDLED = {"tomlplusplus": "tomlkit"}


def component(part):
    entry = {
        "type": part.kind,
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "licenses": [{"expression": part.licence}],
        "purl": part.address,
    }
    if part.revision:
        entry["properties"] = [{"name": "colophon:revision", "value": part.revision}]
    return entry


def bill(version, executable, parts, moment):
    """The text of the bill; it depends on its arguments alone.

    executable: the bytes that are handed out; moment: when they were made, a datetime in UTC.
    """
    addresses = {part.name: part.address for part in parts}
    digest = hashlib.sha256(executable).hexdigest()
    this = f"pkg:generic/colophon@{version}"
    return json.dumps(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, digest)}",
            "version": 1,
            "metadata": {
                "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "component": {
                    "type": "application",
                    "bom-ref": this,
                    "name": "colophon",
                    "version": version,
                    "licenses": [{"expression": "Apache-2.0"}],
                    "hashes": [{"alg": "SHA-256", "content": digest}],
                    "purl": this,
                },
            },
            "components": [component(part) for part in parts],
            "dependencies": [
                {"ref": this, "dependsOn": [part.address for part in parts if part.name not in BUNDLED]},
                *({"ref": addresses[owner], "dependsOn": [addresses[name]]} for name, owner in BUNDLED.items()),
            ],
        },
        indent=2) + "\n"
