'use client'

import { useFormStatus } from 'react-dom'
import { Button, type ButtonProps } from '../ui/button'

/** The button of a form with an action: shows the spinner and takes no second press while the action runs. */
export function SubmitButton({ variant = 'primary', onClick, ...rest }: Omit<ButtonProps, 'type' | 'pending'>) {
  const { pending } = useFormStatus()
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      pending={pending}
      onClick={(event) => {
        if (pending) event.preventDefault()
        else onClick?.(event)
      }}
    />
  )
}
