[ "// Made by `make catalogue` from Okta\u0027s event type catalogue, release \(.meta.catalogRelease). Do not edit.",
  "",
  "/// One line a type: name, eligible for event hooks (`e`) or not (`-`), published (`p`), beta (`b`) or",
  "/// internal (`i`), Identity Engine only (`o`) or any (`-`), then Okta\u0027s category.",
  "let eventTypeRelease = \"\(.meta.catalogRelease)\"",
  "let eventTypeTable: StaticString = \"\"\"",
  (.eventTypes | sort_by(.name)[] | "    \(.name) \(if .eventHookEligible then "e" else "-" end) \(if .internal then "i" elif .beta then "b" else "p" end) \(if (.tags | index("oie-only")) then "o" else "-" end) \(.category)"),
  "    \"\"\"" ] | .[]
