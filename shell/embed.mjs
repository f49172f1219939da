// embed — <velocity-gap-frame>, for a page that takes the assessment as a frame from another origin.
//
// In      a classic script, from beside frame.html: <script src="https://…/embed.js" async></script>
//         attributes instrument, locale, theme, skin, draft, start as velocity_gap.d.ts has them; label: the frame's title;
//         sandbox: the frame gets no origin, and so no storage of its own; the tokens --vg-*
//         what stands in it is shown until the first screen is there; store(): see embed_store.mjs
// Out     the element's events; ready, load, reset, export
// Errors  vg-error, and rejections {reason, problems}; what anybody else sends is ignored
// Source  protocol.mjs; types in embed.d.ts
// Cost    1 kB with brotli, which is why it is so terse
// Tested  tests/browser/frame_*.test.mjs, tests/site/size.test.mjs

const { src } = document.currentScript;
const names = ['instrument', 'locale', 'theme', 'skin', 'draft', 'start'];
const style = 'display:block;width:100%;border:0;';

customElements.define('velocity-gap-frame', class extends HTMLElement {
  static observedAttributes = names;

  #port;
  #tokens;  // those that the frame knows
  #asked;        // id -> [done, failed]; the first is `ready`

  connectedCallback() {
    const frame = document.createElement('iframe');
    const slot = document.createElement('slot');
    const nonce = `${crypto.getRandomValues(new Uint32Array(4))}`;
    const url = new URL(`frame.html#host=${origin}&nonce=${nonce}`, src);
    const opaque = this.hasAttribute('sandbox');
    const from = opaque ? 'null' : url.origin;
    frame.sandbox = `allow-popups allow-popups-to-escape-sandbox allow-scripts allow-downloads allow-modals${opaque ? '' : ' allow-same-origin'}`;
    frame.allow = 'clipboard-write';
    frame.loading = 'lazy';
    frame.title = this.getAttribute('label') ?? 'Velocity Gap';
    frame.style = `${style}opacity:0`;
    frame.src = url;
    this.#asked = [];
    (this.ready = this.#promise()).catch(() => {});

    const hear = ({ data }) => {
      const { type, detail, id, ok, value } = data;
      if (type === 'height') frame.style = `${style}height:${value}px`;
      if (type === 'top' && frame.getBoundingClientRect().top < 0) this.scrollIntoView();
      if (type === 'store') this.store ? this.store(data, this.#port) : this.#port.postMessage(data);
      if (type === 'shown') slot.hidden = true;
      if (type === 'reply') this.#asked[id]?.[+!ok](ok ? value : Object.assign(Error(), value));
      if (detail) this.dispatchEvent(new CustomEvent(`vg-${type}`, { bubbles: true, composed: true, detail }));
    };
    this.handleEvent = ({ data, source, origin }) => {
      if (source !== frame.contentWindow || origin !== from || data.vg !== 1 || data.nonce !== nonce) return;
      const { port1, port2 } = new MessageChannel();
      this.#port = port1;
      this.#tokens = data.tokens;
      port1.onmessage = hear;
      source.postMessage({ ...data, type: 'port', value: this.#set() }, opaque ? '*' : from, [port2]);
    };
    addEventListener('message', this);
    (this.shadowRoot ?? this.attachShadow({ mode: 'open' })).replaceChildren(slot, frame);
  }

  disconnectedCallback() { removeEventListener('message', this); }

  connectedMoveCallback() {}

  attributeChangedCallback() { this.#port?.postMessage({ vg: 1, type: 'set', value: this.#set() }); }

  load(answers) { return this.#ask('load', answers); }
  reset() { return this.#ask('reset'); }
  export(format) { return this.#ask('export', format); }

  #promise() { return new Promise((...ends) => this.#asked.push(ends)); }

  async #ask(type, value) {
    await this.ready;
    this.#port.postMessage({ vg: 1, type, id: this.#asked.length, value });
    return this.#promise();
  }

  #set() {
    const style = getComputedStyle(this);
    const value = { lang: this.closest('[lang]')?.lang, scheme: style.colorScheme, tokens: {} };
    for (const name of names) value[name] = this.getAttribute(name) ?? '';
    for (const name of this.#tokens) value.tokens[name] = style.getPropertyValue(`--vg-${name}`);
    return value;
  }
});
