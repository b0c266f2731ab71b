import type { JsonSchema } from './json-schema.js';

const HEAD = ['key', 'value', 'default', 'meaning'];

/** For each part of the config's JSON Schema a Markdown table of its keys, by the name of the part. */
export function renderKeyTables(schema: JsonSchema): Map<string, string> {
  const { upstreams, ...root } = propertiesOf(schema);
  const groups = Object.entries(root).filter(([, each]) => each.properties !== undefined);
  const scalars = Object.entries(root).filter(([, each]) => each.properties === undefined);
  const providers = alternativesOf(upstreams?.additionalProperties);
  const common = Object.keys(propertiesOf(providers[0] ?? {})).filter((key) =>
    providers.every((each) => key in propertiesOf(each) && key !== 'auth'),
  );
  const isCommon = ([key]: readonly [string, JsonSchema]): boolean => common.includes(key);
  const keysOf = (provider: JsonSchema): Array<[string, JsonSchema]> => Object.entries(propertiesOf(provider));
  return new Map([
    ...groups.map(([name, each]): [string, string] => [name, renderTable(rowsOf(Object.entries(propertiesOf(each))))]),
    ['file', renderTable(rowsOf(scalars))],
    ['upstream', renderTable(rowsOf(keysOf(providers[0] ?? {}).filter(isCommon)))],
    ...providers.map((each): [string, string] => [
      nameOf(each),
      renderTable(rowsOf(keysOf(each).filter((entry) => !isCommon(entry)))),
    ]),
  ]);
}

/** The page with every table between `<!-- keys: NAME -->` and `<!-- end of keys -->` written anew. */
export function fillKeyTables(page: string, tables: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- keys: (\w+) -->\n\n)(?:\|.*\n)*(\n*<!-- end of keys -->)/g,
    (found: string, start: string, name: string) => {
      const table = tables.get(name);
      return table === undefined ? found : `${start}${table}\n\n<!-- end of keys -->`;
    },
  );
}

/** One row for each key; the keys of a map inside have rows of their own, named by their path, with NAME for any name. */
function rowsOf(entries: ReadonlyArray<readonly [string, JsonSchema]>): string[][] {
  return entries.flatMap(([key, schema]) => {
    const inner = key === 'auth' ? [] : Object.entries(propertiesOf(schema));
    const { additionalProperties: named } = schema;
    if (typeof named === 'object') return rowsOf([[`${key}.NAME`, named]]);
    if (inner.length > 0) return rowsOf(inner.map(([name, each]) => [`${key}.${name}`, each]));
    return [[`\`${key}\``, describeValue(key, schema), describeDefault(schema.default), schema.description ?? '']];
  });
}

function describeValue(key: string, schema: JsonSchema): string {
  if (key === 'provider') return 'a name below';
  if (schema.properties) return describeMap(schema);
  const [value = schema] = schema.anyOf ?? [];
  if (typeof value === 'boolean') return '';
  if (value.properties) return alternativesOf(schema).map(describeMap).join(' or ');
  if (value.enum) return value.enum.map((each) => `\`${String(each)}\``).join(' or ');
  if (value.type === 'integer') return describeRange(value);
  if (value.type === 'array') return describeList(value);
  return value.type === 'boolean' ? '`true` or `false`' : 'a text';
}

function describeList({ items }: JsonSchema): string {
  const [each] = typeof items === 'object' && !Array.isArray(items) ? (items.anyOf ?? []) : [];
  const choices = typeof each === 'object' ? each.enum : undefined;
  return choices ? `a list of ${choices.map((choice) => `\`${String(choice)}\``).join(', ')}` : 'a list of texts';
}

function describeMap(schema: JsonSchema): string {
  return `\`{ ${Object.keys(propertiesOf(schema)).join(', ')} }\``;
}

function describeRange({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: JsonSchema): string {
  return maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

function describeDefault(value: unknown): string {
  if (value === undefined) return '';
  return Array.isArray(value) ? `${value.length} texts` : `\`${JSON.stringify(value).replaceAll('"', '')}\``;
}

/** A Markdown table as the formatter of this project lays it out. */
function renderTable(rows: readonly string[][]): string {
  const all = [HEAD, ...rows];
  const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const toLine = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = '', ...body] = all.map(toLine);
  return [head, toLine(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function propertiesOf({ properties = {} }: JsonSchema): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(properties).flatMap(([key, value]) => (typeof value === 'boolean' ? [] : [[key, value]])),
  );
}

function alternativesOf(schema: JsonSchema | boolean | undefined): JsonSchema[] {
  if (typeof schema !== 'object') return [];
  return (schema.anyOf ?? []).filter((each) => typeof each !== 'boolean');
}

function nameOf(provider: JsonSchema): string {
  return String(propertiesOf(provider)['provider']?.const);
}
