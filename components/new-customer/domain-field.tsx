'use client'

import { useEffect, useRef, useState } from 'react'
import type { NewCustomerTexts } from '@/lib/web/new-customer'
import { Field } from '../form/field'
import { Button } from '../ui/button'
import { TextInput } from '../ui/text-input'

interface Answer {
  prefix: string
  isFree: boolean
  suggestions: string[]
}

type Standing = { state: 'idle' | 'checking' | 'unknown' | 'invalid' } | { state: 'answered'; answer: Answer }

const pause = 400

/** The part before .onmicrosoft.com; asks while one types whether it is free, and offers free ones like it. */
export function DomainField({ texts, country }: { texts: NewCustomerTexts; country: string }) {
  const input = useRef<HTMLInputElement>(null)
  const { standing, look } = useDomain(country)
  const choose = (prefix: string) => {
    if (!input.current) return
    input.current.value = prefix
    input.current.focus()
    look(prefix)
  }
  return (
    <div>
      <Field label={texts.domain} name="prefix" required hint={texts.domainHint}>
        <DomainInput inputRef={input} onType={look} />
      </Field>
      <div aria-live="polite" className="mt-1 min-h-5">
        <Outcome standing={standing} texts={texts} choose={choose} />
      </div>
    </div>
  )
}

type DomainInputProps = { inputRef: React.RefObject<HTMLInputElement | null>; onType: (typed: string) => void }

function DomainInput({ inputRef, onType }: DomainInputProps) {
  return (
    <span className="flex items-center gap-2">
      <TextInput
        ref={inputRef}
        maxLength={60}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
      />
      <span className="flex-none text-muted">.onmicrosoft.com</span>
    </span>
  )
}

type OutcomeProps = { standing: Standing; texts: NewCustomerTexts; choose: (prefix: string) => void }

function Outcome({ standing, texts, choose }: OutcomeProps) {
  if (standing.state === 'idle') return null
  if (standing.state !== 'answered') {
    const words = { checking: texts.domainChecking, unknown: texts.domainUnknown, invalid: texts.domainInvalid }
    return <p className="text-caption text-muted">{words[standing.state]}</p>
  }
  const { isFree, suggestions } = standing.answer
  if (isFree) return <p className="text-caption text-success">{texts.domainFree}</p>
  return (
    <>
      <p className="text-caption text-danger">
        {texts.domainTaken} {suggestions.length > 0 && texts.domainFreeOnes}
      </p>
      <ul className="mt-1 flex flex-wrap gap-2">
        {suggestions.map((prefix) => (
          <li key={prefix}>
            <Button type="button" onClick={() => choose(prefix)}>
              {prefix}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Asks once the typing pauses; an answer to what is no longer there is dropped. */
function useDomain(country: string) {
  const [typed, look] = useState('')
  const [standing, setStanding] = useState<Standing>({ state: 'idle' })
  useEffect(() => {
    const prefix = typed.trim()
    if (prefix === '') return setStanding({ state: 'idle' })
    const abort = new AbortController()
    const timer = setTimeout(() => {
      setStanding({ state: 'checking' })
      ask(prefix, country, abort.signal)
        .then(setStanding)
        .catch(() => abort.signal.aborted || setStanding({ state: 'unknown' }))
    }, pause)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [typed, country])
  return { standing, look }
}

async function ask(prefix: string, country: string, signal: AbortSignal): Promise<Standing> {
  const response = await fetch(`/customers/new/domain?${new URLSearchParams({ prefix, country })}`, { signal })
  if (response.status === 400) return { state: 'invalid' }
  if (!response.ok) return { state: 'unknown' }
  return { state: 'answered', answer: (await response.json()) as Answer }
}
