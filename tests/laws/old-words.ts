/**
 * Words that bring the old tone back, and what to write instead. CONTRIBUTING, "Writing", says why.
 *
 * To extend: add a row. The pattern is matched without regard to case, in code, comments and documents alike, so it
 * should not hit ordinary words. Inline code in documents is skipped: a page may name these words.
 */
export const oldWords: readonly { pattern: RegExp; instead: string }[] = [
  {
    pattern: /\b(is|are|be|was|were|been|being) told\b/,
    instead: 'name who tells: "the panel warns", "pass it to …"',
  },
  { pattern: /\banew\b/, instead: 'again' },
  { pattern: /\bwho(so)?ever\b/, instead: 'anyone who, or "if you …"' },
  { pattern: /\bfor who\b/, instead: 'for those who, or name them: "for screen readers"' },
  { pattern: /\bso long as\b/, instead: 'as long as, while' },
  { pattern: /\bspoil(t|s|ed)?\b/, instead: 'damaged, broken' },
  { pattern: /\bmend(s|ed|ing)?\b/, instead: 'fix, repair' },
  { pattern: /\bmanieth\b/, instead: 'ordinal, from 1' },
  { pattern: /\bbe it\b/, instead: 'even if, whether' },
  { pattern: /\bbeside\b/, instead: 'next to (a place), besides (apart from)' },
  { pattern: /\bforetell(s|ing)?\b|\bforetold\b/, instead: 'predict, estimate' },
  { pattern: /\bdraws? breath\b|\bdrawn breath\b/, instead: 'name the delay: "after 60 ms"' },
  { pattern: /\blest\b/, instead: 'so that … not' },
  { pattern: /\bthere(of|in|to|upon|with)\b/, instead: 'of it, in it, …' },
  {
    pattern: /\bnaught\b|\bnay\b|\bhence\b|\bwhence\b|\bhither\b|\bthither\b/,
    instead: 'plain words',
  },
  { pattern: /\b(is|are|be|was|were) said\b/, instead: 'shown, or name who says it' },
  { pattern: /\bin the place of\b/, instead: 'instead of, or "replaces"' },
  { pattern: /\bso many\b/, instead: 'this many, how many, at most n' },
]
