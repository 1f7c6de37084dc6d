/** What a message in ICU syntax expects from its caller: `name`, `name:number`, `name:plural(one,other)`, `<tag>`. */
export function placeholders(message: string): string[] {
  return [...new Set(new Reader(message).message(false))].sort()
}

class Reader {
  private position = 0
  constructor(private readonly text: string) {}

  message(nested: boolean): string[] {
    const found: string[] = []
    while (this.position < this.text.length) {
      const character = this.text[this.position]
      if (character === "'") this.quoted()
      else if (character === '{') found.push(...this.argument())
      else if (character === '}') {
        if (!nested) throw new Error(`A brace closes nothing: ${this.text}`)
        return found
      } else if (character === '<') found.push(...this.tag())
      else this.position += 1
    }
    if (nested) throw new Error(`A brace stays open: ${this.text}`)
    return found
  }

  /** An apostrophe quotes only in front of a sign of the syntax. */
  private quoted(): void {
    const next = this.text[this.position + 1] ?? ''
    if (next === "'") this.position += 2
    else if ('{}<>#|'.includes(next) && next !== '') {
      const end = this.text.indexOf("'", this.position + 2)
      this.position = end < 0 ? this.text.length : end + 1
    } else this.position += 1
  }

  private argument(): string[] {
    const [, name = '', kind = '', style = ''] = this.take(/\{\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*([^{}]*))?)?/y)
    if (!['plural', 'select', 'selectordinal'].includes(kind)) {
      this.take(/\s*\}/y)
      return [kind ? `${name}:${kind}` : name]
    }
    const cases: string[] = style.trim() ? [style.trim()] : []
    const found: string[] = []
    while (this.text[this.position] === '{') {
      this.position += 1
      found.push(...this.message(true))
      this.take(/\}\s*/y)
      const [, next] = this.take(/([^{}]*)/y)
      if (next?.trim()) cases.push(next.trim())
    }
    this.take(/\s*\}/y)
    // Which plural forms a language has is its own affair; which cases of a select there are is not.
    return [kind === 'select' ? `${name}:select(${cases.sort().join(',')})` : `${name}:${kind}`, ...found]
  }

  private tag(): string[] {
    const [, name] = this.take(/<\/?(\w+)\s*\/?>|</y)
    return name ? [`<${name}>`] : []
  }

  private take(pattern: RegExp): RegExpExecArray {
    pattern.lastIndex = this.position
    const match = pattern.exec(this.text)
    if (!match) throw new Error(`Not ICU at ${this.position}: ${this.text}`)
    this.position += match[0].length
    return match
  }
}

/** The plural forms a message spells out, per argument. */
export function pluralForms(message: string): { argument: string; forms: string[] }[] {
  return [...message.matchAll(/\{\s*(\w+)\s*,\s*plural\s*,/g)].map((match) => {
    const forms: string[] = []
    let depth = 0
    for (const part of message.slice((match.index ?? 0) + match[0].length).matchAll(/([=\w]+)\s*\{|\{|\}/g)) {
      if (part[0] === '}') {
        depth -= 1
        if (depth < 0) break
        continue
      }
      if (depth === 0 && part[1]) forms.push(part[1])
      depth += 1
    }
    return { argument: match[1] ?? '', forms }
  })
}
