// What set-up tells a person: one calm line per step, more only for what takes long. Plain JavaScript without
// dependencies, since it also runs under an old Node before anything is installed.

const tty = process.stdout.isTTY === true;
const QUIET_MS = 30_000;

/** @param {string} line */
export const say = (line) => void process.stdout.write(`${line}\n`);

/** @param {string} line */
export const complain = (line) => void process.stderr.write(`${line}\n`);

/**
 * One step of set-up. `doing` announces work that takes a while, `progress` tells how far it is (at most twice
 * a minute where the output is a file), `done` closes the step.
 * @param {string} title
 */
export const step = (title) => {
  const started = Date.now();
  let told = Date.now();
  let open = false;
  const write = (/** @type {string} */ text, /** @type {boolean} */ last) => {
    const line = `  ${title.padEnd(14)} ${text}`;
    if (!tty) return say(line);
    process.stdout.write(`${open ? '\r\u001b[K' : ''}${line}${last ? '\n' : ''}`);
    open = !last;
  };
  return {
    /** @param {string} text */
    doing: (text) => write(`${text} …`, false),
    /** @param {string} text */
    progress: (text) => {
      if (!tty && Date.now() - told < QUIET_MS) return;
      told = Date.now();
      write(`${text} (${seconds(started)})`, false);
    },
    /** @param {string} text */
    done: (text) => write(Date.now() - started > 2_000 ? `${text} (${seconds(started)})` : text, true),
  };
};

/** @param {number} since */
const seconds = (since) => {
  const total = Math.round((Date.now() - since) / 1000);
  return total < 60 ? `${total} s` : `${Math.floor(total / 60)} min ${total % 60} s`;
};
