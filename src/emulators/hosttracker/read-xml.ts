const LISTS: readonly string[] = ['activeDays', 'subscriptions', 'alertTypes', 'reportTypes'];
const TOKEN = /<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(.*?)\]\]>|<(\/?)([\w:.-]+)([^>]*?)(\/?)>|([^<]+)/gs;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

interface XmlElement {
  readonly name: string;
  readonly nil: boolean;
  text: string;
  readonly children: XmlElement[];
}

/** A request body as a record under the name of its root, or undefined where it is not XML. */
export function readXml(text: string): { root: string; fields: Record<string, unknown> } | undefined {
  const top = element('', false);
  const open = [top];
  for (const [, cdata, closing, name, attributes = '', selfClosing, plain] of text.matchAll(TOKEN)) {
    const current = open.at(-1);
    if (!current) return undefined;
    if (name === undefined) {
      current.text += cdata ?? decoded(plain ?? '');
    } else if (closing) {
      if (current.name !== name) return undefined;
      open.pop();
    } else {
      const child = element(name, /\bnil="(true|1)"/.test(attributes));
      current.children.push(child);
      if (!selfClosing) open.push(child);
    }
  }
  const [root] = top.children;
  return root && open.length === 1 ? { root: root.name, fields: record(root) } : undefined;
}

function element(name: string, nil: boolean): XmlElement {
  return { name, nil, text: '', children: [] };
}

function record(parent: XmlElement): Record<string, unknown> {
  return Object.fromEntries(parent.children.map((child) => [child.name, valueOf(child)]));
}

/** Text is trimmed: the document's samples put it on a line of its own. */
function valueOf(node: XmlElement): unknown {
  if (node.nil) return null;
  if (LISTS.includes(node.name)) return node.children.map(valueOf);
  return node.children.length > 0 ? record(node) : node.text.trim();
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}
