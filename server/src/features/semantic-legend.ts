/** What a token is, in the protocol's words: numbers in an answer are places in these lists. */
export const semanticLegend = { tokenTypes: ['event'], tokenModifiers: ['deprecated'] };
