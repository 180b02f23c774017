const silent = () => undefined;

/** Stands in for the package `debug` in the bundle: libraries that would log by it say nothing. */
// biome-ignore lint/style/noDefaultExport: as the package has it.
export default Object.assign(() => Object.assign(silent, { enabled: false, log: silent }), { log: silent });
