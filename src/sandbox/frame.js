// The script of the sandbox page, twice: in the page that the book frames, and in the frame without origin inside it.
// The first hands a port over; the second runs a program in a worker, passes on what it says, and ends it by time.
const MOST_MESSAGES = 4000;
const MOST_CHARACTERS = 2e6;
const START = 6000;

if (self.origin === 'null') inside();
else if (parent !== self) outside();

function outside() {
  const own = document.currentScript.textContent;
  const policy = document.querySelector('meta[http-equiv]').outerHTML;
  const harness = document.getElementById('harness').textContent;
  addEventListener('message', ({ source, origin, data, ports }) => {
    if (source !== parent || origin !== location.origin || data !== 'sandbox' || !ports[0]) return;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts');
    frame.srcdoc = `<!doctype html>${policy}<script>${own}</scr${'ipt>'}`;
    frame.onload = () => frame.contentWindow.postMessage(harness, '*', [ports[0]]);
    document.body.append(frame);
  });
}

function inside() {
  addEventListener('message', ({ source, data: harness, ports: [port] }) => {
    if (source !== parent || !port) return;
    port.onmessage = ({ data }) => run(harness, port, data);
    port.postMessage('ready');
  });
}

/** Runs one program; `wait` is how long it may be silent, `most` how long it may run, in milliseconds. */
function run(harness, port, { parts, wait, most }) {
  const address = URL.createObjectURL(new Blob([harness, '\n', ...parts], { type: 'text/javascript' }));
  // Lines before the first of the program's own: the harness and the line that opens a block.
  const before = harness.split('\n').length + 1;
  const worker = new Worker(address);
  let left = MOST_MESSAGES;
  let characters = MOST_CHARACTERS;
  let silence = setTimeout(() => end('late'), START);
  let whole;

  function end(how, fault) {
    worker.terminate();
    URL.revokeObjectURL(address);
    clearTimeout(silence);
    clearTimeout(whole);
    port.postMessage({ end: how, before, ...fault });
    port.close();
  }

  worker.onmessage = ({ data }) => {
    left -= 1;
    characters -= typeof data === 'string' ? data.length : MOST_CHARACTERS;
    if (left < 0 || characters < 0) return end('flood');
    if (data === 'begin') whole ??= setTimeout(() => end('late'), most);
    // Only a report buys more time; what is printed does not.
    if (data === 'begin' || data[0] === 'p') {
      clearTimeout(silence);
      silence = setTimeout(() => end('late'), wait);
    }
    port.postMessage(data);
    if (data[0] === 'r' || data[0] === 'f') end('done');
  };
  worker.onerror = (event) => {
    event.preventDefault();
    end('error', { message: String(event.message).slice(0, 500), line: event.lineno });
  };
}
