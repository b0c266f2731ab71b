/**
 * `auth: { token: ${TOKEN} }` is no YAML: a brace ends the text. So what is special to YAML in a `${…}` is dressed as
 * characters that Unicode keeps for such use, one for one, and undressed once YAML has been read.
 */
const SPECIAL = '{}[],:#-? ';
const FIRST_CODE_POINT = 0xfdd0;
const VARIABLE = /\$\{[A-Za-z_]\w*(?::-[^}\n"']*)?\}/g;

/** The text with its `${…}` made plain; every line and column stays where it is. */
export function escapeVariables(text: string): string {
  return text.replace(VARIABLE, (variable) =>
    variable.replace(/[{}[\],:#\-? ]/g, (special) => String.fromCharCode(FIRST_CODE_POINT + SPECIAL.indexOf(special))),
  );
}

/** The text as it was written. */
export function unescapeVariables(text: string): string {
  return text.replace(/[\uFDD0-\uFDD9]/g, (escaped) => SPECIAL.charAt(escaped.charCodeAt(0) - FIRST_CODE_POINT));
}
