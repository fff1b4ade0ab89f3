/** Loaded before everything else: tells when Node.js itself was up. */
process.stderr.write('node is up\n');
