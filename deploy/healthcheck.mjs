// Exits with 0 while the gateway of this container takes requests. The image has no shell tool that could ask.
const port = process.env['TRUNKLINE_PORT'] ?? '4000';
const answer = await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2000) }).catch(
  () => undefined,
);
process.exit(answer?.ok ? 0 : 1);
