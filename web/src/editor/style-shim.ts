// Monaco writes its styles as the text of <style> elements, which a strict content security policy refuses. This gives
// it <style> elements that stay empty and whose rules are put in through the CSS object model, which the policy allows.

function rulesOf(text: string): string[] {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return Array.from(sheet.cssRules, (rule) => rule.cssText);
}

function divertText(style: HTMLStyleElement): void {
  let text = '';
  const write = (): void => {
    const { sheet } = style;
    if (!sheet) return;
    while (sheet.cssRules.length > 0) sheet.deleteRule(0);
    rulesOf(text).forEach((rule, index) => sheet.insertRule(rule, index));
  };
  const property: PropertyDescriptor = {
    configurable: true,
    get: () => text,
    set: (value: string | null) => {
      text = value ?? '';
      // Only an element in the document has a sheet, and Monaco sets the text just before it puts the element there.
      if (style.isConnected) write();
      else queueMicrotask(write);
    },
  };
  Object.defineProperties(style, { textContent: property, innerText: property, innerHTML: property });
}

let diverted = false;

/** From here on, every <style> element that a script of this page creates is written through the object model. */
export function divertStyleElements(): void {
  if (diverted) return;
  diverted = true;
  const create = document.createElement.bind(document) as (name: string, options?: ElementCreationOptions) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) divertText(element);
    return element;
  }) as typeof document.createElement;
}
