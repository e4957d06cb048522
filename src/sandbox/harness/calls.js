// What a run does with the reader's functions, and all that a program sees of the harness.
const still = (value) => {
  if (!isArray(value)) return;
  for (let i = 0; i < value.length; i++) still(value[i]);
  freeze(value);
};

post('begin');
const book = freeze({
  /** Says which error ended the program, and where. */
  fail,
  /** Calls the functions, each on its arguments (which it may change, or not), and posts what they give back. */
  run(functions, calls) {
    try {
      let words = '';
      for (let i = 0; i < calls.length; i++) {
        const { fn, args, frozen } = calls[i];
        if (frozen) still(args);
        if (typeof functions[fn] !== 'function') return post(`f[${stringify(fn)},"missing"]`);
        words += (i > 0 ? ',' : '') + write(functions[fn](...args), 0);
      }
      post(`r[${words}]`);
    } catch (error) {
      fail(error);
    }
  },
  /** Runs a program of the book's own around the reader's functions; `report` tells the page how far it is. */
  play(program) {
    try {
      post(`r${write(program((news) => post(`p${write(news, 0)}`)), 0)}`);
    } catch (error) {
      fail(error);
    }
  },
});
