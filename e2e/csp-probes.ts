import type { Page } from 'playwright-core';

export type ProbeResult = { name: string; ran: boolean; reported: boolean };

/**
 * Twelve things a page under our content security policy must not be able to do. Each probe says whether its effect
 * happened, and whether the browser reported a breach of the policy. `outside` is an address that answers anything.
 */
export async function runProbes(page: Page, outside: string): Promise<ProbeResult[]> {
  return page.evaluate(async (address) => {
    const marks = window as unknown as Record<string, unknown>;
    // What a debugger evaluates may use eval in spite of the policy; what runs later may not.
    await new Promise((later) => setTimeout(later));
    /** Resolves with what happens first: the effect, its failure, or the report of a breach. */
    const first = (start: (yes: () => void, no: () => void) => void) =>
      new Promise<boolean>((resolve) => {
        start(
          () => resolve(true),
          () => resolve(false),
        );
      });
    const put = (tag: string, attributes: Record<string, string>, yes: () => void, no: () => void) => {
      const element = document.createElement(tag);
      element.addEventListener('load', yes);
      element.addEventListener('error', no);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      document.body.append(element);
      return element;
    };
    const turn = () => new Promise((later) => setTimeout(later));

    const probes: Record<string, () => Promise<boolean>> = {
      async 'inline script'() {
        const script = document.createElement('script');
        script.textContent = 'window.inlineRan = true';
        document.body.append(script);
        return marks.inlineRan === true;
      },
      async eval() {
        // biome-ignore lint/security/noGlobalEval: this is what the policy must stop.
        return eval('1 + 1') === 2;
      },
      async 'new Function'() {
        return new Function('return 7')() === 7;
      },
      'inline handler': () =>
        first((yes, no) => {
          marks.handlerRan = yes;
          const image = document.createElement('img');
          image.setAttribute('onerror', 'window.handlerRan()');
          image.addEventListener('error', () => setTimeout(no));
          image.src = 'data:image/png,broken';
          document.body.append(image);
        }),
      'javascript address': () =>
        first((yes, no) => {
          marks.addressRan = yes;
          document.addEventListener('securitypolicyviolation', no, { once: true });
          const link = document.createElement('a');
          link.href = 'javascript:void(window.addressRan())';
          document.body.append(link);
          link.click();
        }),
      'image from outside': () => first((yes, no) => put('img', { src: `${address}/a.png` }, yes, no)),
      'styles from outside': () =>
        first((yes, no) => put('link', { rel: 'stylesheet', href: `${address}/a.css` }, yes, no)),
      'font from outside': () =>
        new FontFace('outside', `url(${address}/a.woff2)`).load().then(
          () => true,
          () => false,
        ),
      fetch: () =>
        fetch(`${address}/a.json`).then(
          () => true,
          () => false,
        ),
      'web socket': () =>
        first((yes, no) => {
          const socket = new WebSocket(`${address.replace('http', 'ws')}/socket`);
          socket.onopen = yes;
          socket.onerror = no;
        }),
      // A frame that is stopped may still fire `load`, for the empty page in it; one that came says so itself.
      frame: () =>
        first((yes, no) => {
          window.addEventListener('message', yes, { once: true });
          document.addEventListener('securitypolicyviolation', no, { once: true });
          put('iframe', { src: `${address}/frame.html` }, () => undefined, no);
        }),
      async 'base address'() {
        const base = document.createElement('base');
        base.href = `${address}/`;
        document.head.append(base);
        const moved = document.baseURI.startsWith(address);
        base.remove();
        return moved;
      },
    };

    const results: { name: string; ran: boolean; reported: boolean }[] = [];
    for (const [name, probe] of Object.entries(probes)) {
      let reported = false;
      const hear = () => {
        reported = true;
      };
      document.addEventListener('securitypolicyviolation', hear);
      let ran = false;
      try {
        ran = await probe();
      } catch {
        ran = false;
      }
      // A report comes as a task of its own, soon after the breach.
      for (let turns = 0; turns < 50 && !ran && !reported; turns++) await turn();
      document.removeEventListener('securitypolicyviolation', hear);
      results.push({ name, ran, reported });
    }
    return results;
  }, outside);
}
