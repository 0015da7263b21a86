import { eventName } from './generated-plan.ts';

/** A long file of a language, with a place to type at. */
export interface Snippet {
  readonly language: string;
  readonly file: string;
  readonly text: string;
  readonly needle: string;
}

/** Files of so many lines in the languages beside TypeScript, with a tracking call in every thirty. */
export function snippets(lines: number, events: number): readonly Snippet[] {
  return languages.map(({ language, file, head, piece, needle }) => {
    const pieces = [head];
    for (let at = 0, length = 1; length < lines; at++) {
      const text = piece(at, eventName((at * 13) % events));
      length += text.split('\n').length - 1;
      pieces.push(text);
    }
    return { language, file, text: pieces.join(''), needle };
  });
}

const filler = (line: (at: number) => string): string => Array.from({ length: 24 }, (_, at) => line(at)).join('');

const languages: readonly {
  readonly language: string;
  readonly file: string;
  readonly head: string;
  readonly piece: (at: number, event: string) => string;
  readonly needle: string;
}[] = [
  {
    language: 'kotlin',
    file: 'src/Screen.kt',
    head: 'import com.posthog.PostHog\n\nclass Screen {\n',
    piece: (at, event) => `    fun sent${at}(id: String, count: Int) {
        val sizes = mutableListOf<Int>()
${filler(line => `        sizes.add(items.filter { it.size > ${line} }.map { it.name.length + ${line} }.sum()) // page ${line}\n`)}        PostHog.capture("${event}", properties = mapOf("property_0" to id, "property_1" to count))
    }
`,
    needle: '"property_1" to count',
  },
  {
    language: 'swift',
    file: 'src/Screen.swift',
    head: 'import PostHog\n\nfinal class Screen {\n',
    piece: (at, event) => `    func sent${at}(id: String, count: Int) {
        var sizes: [Int] = []
${filler(line => `        sizes.append(items.filter { $0.size > ${line} }.map { $0.name.count + ${line} }.reduce(0, +)) // page ${line}\n`)}        PostHogSDK.shared.capture("${event}", properties: ["property_0": id, "property_1": count])
    }
`,
    needle: '"property_1": count',
  },
  {
    language: 'python',
    file: 'src/screen.py',
    head: 'import posthog\n\n',
    piece: (at, event) => `def sent_${at}(user, id, count):
    sizes = []
${filler(line => `    sizes.append(sum(len(item.name) + ${line} for item in items if item.size > ${line}))  # page ${line}\n`)}    posthog.capture(user, "${event}", {"property_0": id, "property_1": count})

`,
    needle: '"property_1": count',
  },
  {
    language: 'ruby',
    file: 'src/screen.rb',
    head: "require 'posthog'\n\nclass Screen\n",
    piece: (at, event) => `  def sent_${at}(user, id, count)
    sizes = []
${filler(line => `    sizes << items.select { |item| item.size > ${line} }.sum { |item| item.name.length + ${line} } # page ${line}\n`)}    posthog.capture(distinct_id: user.id, event: '${event}', properties: { property_0: id, property_1: count })
  end
`,
    needle: 'property_1: count',
  },
  {
    language: 'go',
    file: 'src/screen.go',
    head: 'package screen\n\nimport "github.com/posthog/posthog-go"\n\n',
    piece: (at, event) => `func Sent${at}(client posthog.Client, user string, id string, count int) {
	sizes := []int{}
${filler(line => `	sizes = append(sizes, total(items, func(item Item) int { return len(item.Name) + ${line} })) // page ${line}\n`)}	client.Enqueue(posthog.Capture{DistinctId: user, Event: "${event}", Properties: posthog.NewProperties().Set("property_0", id).Set("property_1", count)})
}
`,
    needle: '"property_1", count',
  },
];
