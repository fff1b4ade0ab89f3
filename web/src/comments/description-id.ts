/** The field that describes a picture, for the composer to lead to. */
export function descriptionId(key: string): string {
  return `describes-${key}`;
}
