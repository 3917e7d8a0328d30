/**
 * The content security policy forbids `eval`; zod probes for it when a schema is made and the probe
 * alone is reported as a violation. Imported before anything that makes schemas.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })
