const copied = [
  'fontFamily',
  'fontSize',
  'fontWeight',
  'fontStyle',
  'letterSpacing',
  'lineHeight',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'textIndent',
  'wordBreak',
  'lineBreak',
  'overflowWrap',
  'direction',
  'tabSize',
] as const;

/** Where a character of a text field stands, from its top left corner. Browsers do not tell, so a twin of the field is measured. */
export function placeOf(field: HTMLTextAreaElement, index: number): { x: number; y: number; lineHeight: number } {
  const style = getComputedStyle(field);
  const twin = document.createElement('div');
  for (const property of copied) twin.style[property] = style[property];
  Object.assign(twin.style, {
    position: 'absolute',
    visibility: 'hidden',
    whiteSpace: 'pre-wrap',
    boxSizing: 'border-box',
    width: `${field.offsetWidth}px`,
  });
  const mark = document.createElement('span');
  mark.textContent = field.value.slice(index, index + 1) || '.';
  twin.append(field.value.slice(0, index), mark);
  document.body.append(twin);
  const place = { x: mark.offsetLeft, y: mark.offsetTop - field.scrollTop, lineHeight: mark.offsetHeight };
  twin.remove();
  return place;
}
