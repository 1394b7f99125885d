import { ApiFailure } from './api.ts'
import type { CustomerImport } from './customer-files-contract.ts'

type Upload = { file: File; signal: AbortSignal; onProgress: (sentBytes: number) => void }

/**
 * Sends a file of customers. Unlike `fetch`, XMLHttpRequest tells how much of it has left. Throws ApiFailure like every
 * other question to the API; code `cancelled` when the person stopped it.
 */
export function uploadCustomerFile({ file, signal, onProgress }: Upload): Promise<CustomerImport> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file, file.name)
    request.open('POST', '/api/v1/customer-imports')
    request.setRequestHeader('accept-language', document.documentElement.lang || 'en')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onProgress(loaded)
    request.onload = () => {
      if (request.status === 201) resolve(request.response as CustomerImport)
      else reject(new ApiFailure(request.status, errorOf(request.response)))
    }
    request.onerror = () => reject(new ApiFailure(0, {}))
    request.onabort = () => reject(new ApiFailure(0, { code: 'cancelled' }))
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(form)
  })
}

function errorOf(body: unknown): { code?: string; message?: string; requestId?: string } {
  return typeof body === 'object' && body !== null && 'error' in body ? (body.error as object) : {}
}
