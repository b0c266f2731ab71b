/**
 * `auth: { token: ${TOKEN} }` is not YAML, because a brace ends the text. So the characters of a `${…}` that are
 * special in YAML are replaced by private-use characters of Unicode, one for one, and restored after YAML was read.
 */
const SPECIAL = '{}[],:#-? ';
const FIRST_CODE_POINT = 0xfdd0;
const VARIABLE = /\$\{[A-Za-z_]\w*(?::-[^}\n"']*)?\}/g;

/** The text with every `${…}` escaped; lines and columns stay the same. */
export function escapeVariables(text: string): string {
  return text.replace(VARIABLE, (variable) =>
    variable.replace(/[{}[\],:#\-? ]/g, (special) => String.fromCharCode(FIRST_CODE_POINT + SPECIAL.indexOf(special))),
  );
}

/** The text with all `${…}` restored. */
export function unescapeVariables(text: string): string {
  return text.replace(/[\uFDD0-\uFDD9]/g, (escaped) => SPECIAL.charAt(escaped.charCodeAt(0) - FIRST_CODE_POINT));
}
