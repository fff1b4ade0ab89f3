import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromMarkup, type MarkerTag, toMarkup } from './marked-text.ts';

const tag: MarkerTag = { wrap: (index) => `<x>${index}</x>`, pattern: /<x>\s*(\d+)\s*<\/x>/g };

describe('marked text', () => {
  it('comes back as it went, whatever members write', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('⟦0⟧', '<x>1</x>', '&lt;', '<3', '&'))),
        (parts) => {
          const masked = parts.join('');
          expect(fromMarkup(toMarkup(masked, tag), tag)).toBe(masked);
        },
      ),
    );
  });

  it.each([
    ['A &quot;cup&quot; &#38; more&#x21;', 'A "cup" & more!'],
    ['&bogus; &#0; &#xD800;', '&bogus; &#0; &#xD800;'],
    ['<x> 3 </x>!', '⟦3⟧!'],
    ['1 < 2', '1 < 2'],
  ])('reads %s', (markup, text) => {
    expect(fromMarkup(markup, tag)).toBe(text);
  });

  it.each(['<x>zero</x>', '<x>0', 'a</x>', '<b>bold</b>'])('refuses %s', (markup) => {
    expect(fromMarkup(markup, tag)).toBeUndefined();
  });
});
