import { Stepper } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CustomerImport } from '../../client/customer-files-contract.ts'
import { type ImportStep, importSteps, stepOf } from './import-step.ts'

type StepsProps = {
  customerImport: CustomerImport
  current: ImportStep
  onStep: (step: ImportStep) => void
}

/** Where we are on the way in. Back to the columns is possible until the customers are in. */
export function Steps({ customerImport, current, onStep }: StepsProps) {
  const { t } = useTranslation()
  const isOver = customerImport.state === 'imported' || customerImport.state === 'undone'
  const active = isOver ? importSteps.length : importSteps.indexOf(current)
  const reached = importSteps.indexOf(stepOf(customerImport, undefined))
  const isOpen = customerImport.state === 'previewed'
  return (
    <Stepper
      active={active}
      size="xs"
      iconSize={28}
      wrap={false}
      className="import-steps"
      onStepClick={(index) => {
        const step = importSteps[index]
        if (step) onStep(step)
      }}
    >
      {importSteps.map((step, index) => (
        <Stepper.Step
          key={step}
          label={t(`customerImport.step.${step}`)}
          aria-current={step === current ? 'step' : undefined}
          allowStepSelect={isOpen && index !== active && index <= reached}
        />
      ))}
    </Stepper>
  )
}
