import type { Node } from 'web-tree-sitter';
import type { LanguageId } from '../../server/src/code/language-id.ts';
import { csharpGrammar } from '../../server/src/code/languages/csharp/csharp-grammar.ts';
import { dartGrammar } from '../../server/src/code/languages/dart/dart-grammar.ts';
import { goGrammar } from '../../server/src/code/languages/go/go-grammar.ts';
import { javaGrammar } from '../../server/src/code/languages/java/java-grammar.ts';
import { kotlinGrammar } from '../../server/src/code/languages/kotlin/kotlin-grammar.ts';
import { objectiveCGrammar } from '../../server/src/code/languages/objective-c/objective-c-grammar.ts';
import { phpGrammar } from '../../server/src/code/languages/php/php-grammar.ts';
import { pythonGrammar } from '../../server/src/code/languages/python/python-grammar.ts';
import { rubyGrammar } from '../../server/src/code/languages/ruby/ruby-grammar.ts';
import { swiftGrammar } from '../../server/src/code/languages/swift/swift-grammar.ts';
import { nameBefore, type CallGrammar, type CallParts } from './written-calls.ts';

const wasms = 'node_modules/@repomix/tree-sitter-wasms/out/tree-sitter-';

/** Calls whose arguments are a node of one of these types, told apart by the type of the node around them. */
function lists(calls: readonly string[], optional: readonly string[] = []): CallGrammar['call'] {
  return node => {
    const parent = node.parent?.type ?? '';
    if (!calls.includes(parent) && !optional.includes(parent)) return undefined;
    return { args: node, key: node.startIndex, isOptional: !calls.includes(parent) };
  };
}

/** Arguments whose name, if any, is a field of the node that holds them. */
function labelledBy(name: string): CallGrammar['argument'] {
  return node => {
    const label = node.childForFieldName(name);
    return { label: label?.text, value: node.lastNamedChild ?? node };
  };
}

const csharpLists = lists(
  ['invocation_expression', 'object_creation_expression', 'implicit_object_creation_expression'],
  ['constructor_initializer', 'primary_constructor_base_type', 'base_list', 'attribute'],
);

const plain: CallGrammar['argument'] = node => ({ value: node });

/** The languages that are compared with tree-sitter. */
export const callGrammars: Partial<Record<LanguageId, CallGrammar>> = {
  python: {
    reads: pythonGrammar,
    wasm: `${wasms}python.wasm`,
    types: ['argument_list', 'generator_expression'],
    operators: ['super'],
    call: node =>
      node.parent?.type === 'call' && node.parent.childForFieldName('arguments')?.id === node.id
        ? {
            args: node.type === 'argument_list' ? node : [node],
            key: node.startIndex,
            isOptional: isWithin(node, 'type'),
          }
        : undefined,
    argument: node =>
      node.type === 'keyword_argument'
        ? { label: node.childForFieldName('name')?.text, value: node.childForFieldName('value') }
        : { value: node },
    strings: ['string'],
  },
  ruby: {
    reads: rubyGrammar,
    wasm: `${wasms}ruby.wasm`,
    types: ['call'],
    operators: ['lambda', 'proc', 'yield', '[]'],
    call: rubyCall,
    argument: node => {
      const key = node.type === 'pair' ? node.childForFieldName('key') : null;
      return key === null
        ? { value: node }
        : {
            // A name that is only known when the program runs is empty.
            label: key.text.includes('#{') ? '' : key.text.replaceAll(/^:?["']?|["']$/g, ''),
            value: node.childForFieldName('value'),
          };
    },
    strings: ['string'],
  },
  go: {
    reads: goGrammar,
    wasm: `${wasms}go.wasm`,
    types: ['argument_list', 'type_conversion_expression', 'literal_value'],
    operators: ['make', 'new'],
    call: node => {
      if (node.type === 'literal_value') return { args: undefined, key: node.startIndex + 1, isOptional: true };
      if (node.type === 'argument_list') return lists(['call_expression'])(node, { text: '' });
      const open = node.children.find(child => child.type === '(');
      return open ? { args: undefined, key: open.startIndex, isOptional: true } : undefined;
    },
    argument: plain,
    strings: ['interpreted_string_literal'],
  },
  java: {
    reads: javaGrammar,
    wasm: `${wasms}java.wasm`,
    types: ['argument_list', 'annotation_argument_list'],
    call: lists(
      ['method_invocation', 'object_creation_expression'],
      ['explicit_constructor_invocation', 'enum_constant', 'annotation'],
    ),
    argument: plain,
    strings: ['string_literal'],
  },
  kotlin: {
    reads: kotlinGrammar,
    wasm: 'node_modules/@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm',
    types: ['value_arguments', 'annotated_lambda'],
    operators: ['for', 'constructor', 'init'],
    call: kotlinCall,
    argument: node => {
      const [first, sign] = node.children;
      return sign?.type === '='
        ? { label: first?.text.replaceAll('`', ''), value: node.lastNamedChild }
        : { value: node.firstNamedChild };
    },
    strings: ['string_literal'],
  },
  swift: {
    reads: swiftGrammar,
    wasm: `${wasms}swift.wasm`,
    types: ['call_suffix', 'constructor_suffix'],
    operators: ['defer', 'get', 'set', 'didSet', 'willSet', 'if', 'guard', 'while', 'switch', 'return'],
    call: swiftCall,
    argument: node => {
      const value = node.childForFieldName('value');
      const label = node.childForFieldName('name')?.text;
      // `name(label:)` only names a function.
      return { label: value === null ? node.text.replaceAll(/^_?:|:$/g, '') : label, value };
    },
    strings: ['line_string_literal'],
  },
  'objective-c': {
    reads: objectiveCGrammar,
    wasm: 'node_modules/tree-sitter-objc/tree-sitter-objc.wasm',
    types: ['argument_list', 'message_expression'],
    operators: [
      'sizeof',
      'offsetof',
      'alignof',
      '_Alignof',
      'va_arg',
      'typeof',
      '__typeof',
      '__typeof__',
      '__alignof__',
      'protocol',
      'no_sanitize',
    ],
    call: node =>
      node.type === 'message_expression'
        ? message(node)
        : isInDirective(node)
          ? undefined
          : // A cast of what is in parentheses.
            lists(node.previousSibling?.type === 'parenthesized_expression' ? [] : ['call_expression'], [
              'call_expression',
            ])(node, { text: '' }),
    argument: node => ({ label: messageLabel(node), value: node }),
    strings: ['string_literal'],
  },
  php: {
    reads: phpGrammar,
    wasm: `${wasms}php.wasm`,
    types: ['arguments'],
    operators: ['unset', 'isset', 'empty', 'exit', 'die', 'list', 'array', 'print', 'declare', 'compact'],
    call: lists(
      [
        'function_call_expression',
        'member_call_expression',
        'nullsafe_member_call_expression',
        'scoped_call_expression',
        'object_creation_expression',
      ],
      ['attribute', 'anonymous_class'],
    ),
    argument: labelledBy('name'),
    strings: ['string', 'encapsed_string'],
  },
  csharp: {
    reads: csharpGrammar,
    wasm: `${wasms}c_sharp.wasm`,
    types: ['argument_list', 'attribute_argument_list'],
    operators: ['sizeof', 'typeof', 'nameof', 'default', 'checked', 'unchecked', 'var'],
    call: node =>
      // `(Type)(value)` is a cast.
      node.previousSibling?.type === 'parenthesized_expression'
        ? { args: undefined, key: node.startIndex, isOptional: true }
        : csharpLists(node, { text: '' }),
    argument: labelledBy('name'),
    strings: ['string_literal'],
  },
  dart: {
    reads: dartGrammar,
    wasm: `${wasms}dart.wasm`,
    types: ['arguments', 'assertion_arguments'],
    call: node => ({
      args: node.type === 'arguments' ? node : undefined,
      key: node.startIndex,
      // What stands in an annotation is never run.
      isOptional:
        isWithin(node, 'annotation') ||
        /annotation|assertion|initializer_list_entry|redirection|enum_constant/.test(
          `${node.parent?.type ?? ''} ${node.parent?.parent?.type ?? ''}`,
        ),
    }),
    argument: node =>
      node.type === 'named_argument'
        ? { label: node.firstNamedChild?.firstNamedChild?.text, value: node.lastNamedChild }
        : { value: node.lastNamedChild ?? node },
    strings: ['string_literal'],
  },
};

/** In the annotation of a type, or in an attribute: nothing is run there. */
function isWithin(node: Node, type: string): boolean {
  for (let outer = node.parent; outer !== null; outer = outer.parent) if (outer.type === type) return true;
  return false;
}

/** Ruby's calls without arguments and without a block cannot be told from names, so they do not count. */
function rubyCall(node: Node): CallParts | undefined {
  const method = node.childForFieldName('method');
  const list = node.childForFieldName('arguments');
  const isBracket = list?.text.startsWith('(');
  const args = list?.namedChildren.filter(each => !/^(?:block_argument|heredoc_body)$/.test(each.type)) ?? [];
  // Pairs whose keys are no symbols make up one argument.
  const isHash = (each: Node): boolean =>
    each.type === 'pair' && !(each.childForFieldName('key')?.type ?? '').endsWith('symbol') && !isLabel(each);
  const hash = args.find(isHash);
  return {
    args: args.filter(each => !isHash(each) || each.id === hash?.id).map(each => (isHash(each) ? node : each)),
    key: method?.startIndex ?? list?.startIndex ?? node.startIndex,
    name: method?.text ?? '',
    isOptional: (list === null && node.childForFieldName('block') === null) || (method === null && !isBracket),
  };
}

/** `"key": value` is a label as well. */
function isLabel(pair: Node): boolean {
  return pair.children.some(child => child.type === ':');
}

function kotlinCall(node: Node, { text }: { readonly text: string }): CallParts | undefined {
  const { parent } = node;
  if (parent === null) return undefined;
  if (node.type === 'annotated_lambda') {
    const callee = parent.firstChild;
    if (parent.type !== 'call_expression' || callee === null) return undefined;
    if (callee.type === 'call_expression' && callee.lastChild?.type === 'value_arguments') return undefined;
    const key = node.previousSibling?.endIndex ?? callee.endIndex;
    return { args: undefined, key, name: nameBefore(text, key) };
  }
  return {
    args: node,
    key: node.startIndex,
    isOptional: parent.type !== 'call_expression' || isWithin(node, 'annotation'),
  };
}

function swiftCall(node: Node, { text }: { readonly text: string }): CallParts | undefined {
  const list = node.namedChildren.find(child => child.type === 'value_arguments');
  const callee = node.previousSibling;
  if (list === undefined) {
    if (callee?.text.endsWith(')') === true) return undefined;
    const key = callee?.endIndex ?? node.startIndex;
    return { args: undefined, key, name: nameBefore(text, key), isOptional: isWithin(node, 'attribute') };
  }
  if (!list.text.startsWith('(')) return undefined;
  return {
    args: list,
    key: list.startIndex,
    isOptional:
      text.charAt(list.startIndex - 1) === ']' ||
      /(?:^|[^.])\bcase\b[^\n]*(?:,\n[^\n]*)*$/.test(
        text.slice(Math.max(0, list.startIndex - 1000), list.startIndex),
      ) ||
      // A line's end before the parenthesis ends the statement, a function is only named, and a constructor is declared.
      /\n\s*$/.test(text.slice(Math.max(0, list.startIndex - 200), list.startIndex)) ||
      /^\((?:\w+:)+\)$/.test(list.text) ||
      /(?:^|\s)init$/.test(text.slice(Math.max(0, list.startIndex - 5), list.startIndex)) ||
      // What stands before is a comment.
      /\/\/[^\n]*\n\s*!?$/.test(text.slice(Math.max(0, list.startIndex - 200), list.startIndex)) ||
      isWithin(node, 'attribute'),
  };
}

/** `#if __has_include(…)`. */
function isInDirective(node: Node): boolean {
  for (let inner = node, outer = node.parent; outer !== null; inner = outer, outer = outer.parent)
    if (outer.childForFieldName('condition')?.id === inner.id && outer.type.startsWith('preproc')) return true;
  return false;
}

/** `[receiver name:argument label:argument]`. */
function message(node: Node): CallParts | undefined {
  const [name] = node.childrenForFieldName('method');
  if (name === undefined) return undefined;
  // Creating is one call of ours, though two messages are sent.
  const outer = node.parent?.type === 'message_expression' ? node.parent.childForFieldName('method')?.text : undefined;
  const isCreation = name.text === 'alloc' && outer?.startsWith('init') === true;
  const receiver = node.childForFieldName('receiver');
  const args = node.namedChildren.filter(
    (child, index) => child.id !== receiver?.id && node.fieldNameForNamedChild(index) !== 'method',
  );
  // The nil at the end of a list of objects is not one of them.
  if (name.text.endsWith('Objects') && args.at(-1)?.text === 'nil') args.pop();
  const isNull = receiver?.text === 'NSNull' || name.text.endsWith('WithObjectsAndKeys');
  return { args, key: name.startIndex, name: name.text, isOptional: isCreation || isNull || isInDirective(node) };
}

/** The word before an argument of a message, but for the first one, whose word is the method's name. */
function messageLabel(node: Node): string | undefined {
  const { parent } = node;
  if (parent?.type !== 'message_expression') return undefined;
  const names = parent.childrenForFieldName('method');
  const last = names.filter(name => name.endIndex <= node.startIndex).at(-1);
  const isNext =
    last !== undefined &&
    /^\s*:\s*$/.test(parent.text.slice(last.endIndex - parent.startIndex, node.startIndex - parent.startIndex));
  if (last === undefined || !isNext) return undefined;
  if (last.id !== names[0]?.id) return last.text;
  // `initWithName:` labels its argument with the last of its words.
  const [, label = ''] = /^init(?:With|From)?(\w+)$/.exec(last.text.replace(/^init(?:With|From)$/, '')) ?? [];
  const isCreation = /\salloc\s*\]$/.test(parent.childForFieldName('receiver')?.text ?? '');
  return isCreation && label !== '' ? label.charAt(0).toLowerCase() + label.slice(1) : undefined;
}
