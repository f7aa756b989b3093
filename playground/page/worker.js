// Runs the generator beside the page, which stays responsive. Each request has an instance of its own: nothing is left of one that failed.
let generator;

onmessage = async ({ data }) => {
  try {
    if (data.generator) {
      generator = await WebAssembly.compile(data.generator);
      postMessage({ ready: true });
      return;
    }
    const begun = performance.now();
    const answer = await respond(JSON.stringify(data.request));
    postMessage({ number: data.number, answer, seconds: (performance.now() - begun) / 1000 });
  } catch (error) {
    postMessage({ number: data.number, error: reason(error) });
  }
};

async function respond(request) {
  const { exports } = await WebAssembly.instantiate(generator, {});
  const bytes = new TextEncoder().encode(request);
  // The buffer is another one whenever the memory has grown, so it is asked for last.
  const room = exports.room(bytes.length);
  new Uint8Array(exports.memory.buffer, room, bytes.length).set(bytes);
  const length = exports.respond();
  const response = exports.response();
  return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, response, length)));
}

function reason(error) {
  if (error instanceof RangeError) return "The document needs more memory or depth than the browser gives: use the command.";
  return `The generator stopped (${error.message}). That is a defect of the generator: please report the document.`;
}
