export interface paths {
    "/api/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; the answer sets the session cookie that every other call carries */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SignInInput"];
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the session */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, the business, and what still has to be set up */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/first-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create the administrator and the business, once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["FirstRunInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Creditor"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the language in which you read Vorder */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MeChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invoices, page by page; filters and sorting as in the browser app */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    profileId?: string;
                    /** @description Which rule chose the profile */
                    chosenBy?: "invoice_field" | "subscription_field" | "customer" | "connection";
                    customerId?: string;
                    currency?: string;
                    connectionId?: string;
                    /** @description As the CRM names it; with connectionId */
                    departmentId?: string;
                    /** @description Where the PDF stands */
                    document?: "none" | "waiting" | "retrieved" | "given_up";
                    /** @description Where the invitation stands */
                    invitation?: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
                    /** @description What keeps it from being asked for now */
                    stop?: "hold" | "dispute" | "promise";
                    /** @description Which day the period is about */
                    dateOf?: "invoiceDate" | "dueDate";
                    /** @description The first day that is in */
                    dateFrom?: string;
                    /** @description The last day that is in */
                    dateTo?: string;
                    warning?: "true" | "false" | "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field";
                    state?: "open" | "overdue" | "paid" | "archived" | "all";
                    sort?: "invoiceDate" | "dueDate" | "number" | "customer" | "openAmount";
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Invoice"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count invoices per state and add up what is open, for the same filters */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    profileId?: string;
                    /** @description Which rule chose the profile */
                    chosenBy?: "invoice_field" | "subscription_field" | "customer" | "connection";
                    customerId?: string;
                    currency?: string;
                    connectionId?: string;
                    /** @description As the CRM names it; with connectionId */
                    departmentId?: string;
                    /** @description Where the PDF stands */
                    document?: "none" | "waiting" | "retrieved" | "given_up";
                    /** @description Where the invitation stands */
                    invitation?: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
                    /** @description What keeps it from being asked for now */
                    stop?: "hold" | "dispute" | "promise";
                    /** @description Which day the period is about */
                    dateOf?: "invoiceDate" | "dueDate";
                    /** @description The first day that is in */
                    dateFrom?: string;
                    /** @description The last day that is in */
                    dateTo?: string;
                    warning?: "true" | "false" | "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceSummary"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One invoice with its customer and why it has its profile */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceDetail"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the invoice in Teamleader now and take over what changed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefreshedInvoice"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the filters can offer: departments, currencies and warnings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceChoices"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count a selection of invoices and add it up, exactly */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceSelectionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceTotals"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at many invoices in Teamleader, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceBulkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceBulkAnswer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write a selection of invoices to a shared CSV or Excel file, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceExportInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Views of a list: your own, and those that others share */
        get: {
            parameters: {
                query?: {
                    list?: "invoices";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SavedView"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Keep a view of a list under a name */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewSavedViewInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/saved-views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a view of your own */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a view of your own */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SavedViewChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SavedView"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/invoices/{id}/documents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The PDF or UBL itself, to be shown, or saved with download=true */
        get: {
            parameters: {
                query?: {
                    download?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                    kind: "pdf" | "ubl";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The document itself */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/documents/{kind}/retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retrieve the document from Teamleader now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    kind: "pdf" | "ubl";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RetrievedDocument"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/documents/retrieve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retrieve the documents of a selection, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceDocumentSelectionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/documents/zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pack the documents of at most 5,000 invoices into a shared ZIP file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceDocumentSelectionInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The payments of an invoice, and how the amount due comes about */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoicePayments"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Note a payment that came in; the CRM is told when the connection wants it */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewPaymentInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a payment that was noted by hand */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payments/{id}/retry-write-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell the CRM of a payment now, after somebody looked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Payment"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/write-back-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments that the CRM was not told of, and somebody has to look */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["WriteBackTask"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/payment-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ways to pay that the CRM knows */
        get: {
            parameters: {
                query: {
                    connectionId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                id: string;
                                name: string;
                            }[];
                            problem: components["schemas"]["Words"] | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List customers, page by page; search, filters and sorting as in the browser app */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    kind?: "company" | "person";
                    /** @description `none`: those without a profile of their own */
                    profileId?: string;
                    language?: string;
                    linked?: "true" | "false";
                    gone?: "true" | "false";
                    withoutEmail?: "true" | "false";
                    hasOpen?: "true" | "false";
                    sort?: "name" | "number" | "city" | "createdAt";
                    order?: "asc" | "desc";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CustomerRow"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Add a customer, by hand or picked from the CRM; an Idempotency-Key makes twice once */
        post: {
            parameters: {
                query?: never;
                header?: {
                    "idempotency-key"?: string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["NewCustomerInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count customers per filter, up to 10001 each */
        get: {
            parameters: {
                query?: {
                    q?: string;
                    kind?: "company" | "person";
                    /** @description `none`: those without a profile of their own */
                    profileId?: string;
                    language?: string;
                    linked?: "true" | "false";
                    gone?: "true" | "false";
                    withoutEmail?: "true" | "false";
                    hasOpen?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerSummary"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer with its facts, what the CRM says, and what it owes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a customer that has no invoices */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change facts, number or profile of a customer, and pin what was changed */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/customers/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Messages, payments and stops of all invoices of a customer, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    kind?: "message" | "payment" | "stop";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CustomerEvent"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pin a field, so that the CRM no longer changes it, or let it follow the CRM again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerPinInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/anonymise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remove the personal details of a customer whose invoices have to stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Customer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make one customer of two, choosing field by field */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerMergeChoiceInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MergedCustomer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make two customers again of the ones that were merged last */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UnmergedCustomers"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Do one thing to many customers, chosen by ids or by a filter */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerBulkInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerBulkAnswer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crm-customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find companies and persons in the CRM, with a mark on those that are customers already */
        get: {
            parameters: {
                query: {
                    q: string;
                    connectionId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CrmCustomers"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/crm-customers/{connectionId}/{externalType}/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the CRM has of a record, to fill a form with; nothing is stored */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    connectionId: string;
                    externalType: "company" | "person";
                    externalId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerDraft"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customers/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring a customer to what the CRM says now; pinned fields stay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RefreshedCustomer"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List uploaded files of customers, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CustomerImport"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Upload a CSV or XLSX file of customers, as multipart/form-data with one file */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "multipart/form-data": {
                        /**
                         * Format: binary
                         * @description The file, as one part of a form
                         */
                        file: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerImport"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a file is read, what its columns are, and what came of it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerImport"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Take an uploaded file away; customers that came of it stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Say how a file is read, what its columns hold, and what is to be done */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerImportChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerImport"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tell what the import would do, without doing it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import the customers of the file; one that was stopped goes on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the import back, except for what was changed by hand since */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what became, or would become, of each row */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    outcome?: "create" | "update" | "unchanged" | "refuse";
                    /** @description Rows that an undo left as they are */
                    kept?: "true" | "false";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CustomerImportRow"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-imports/{id}/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download the refused rows with line, column and reason, to mend and upload again */
        get: {
            parameters: {
                query?: {
                    language?: "en" | "nl" | "fr";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A CSV file, to be saved */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the import runs with their counts, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    webhooks?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ImportRun"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the import ledger: one line per invoice, with what was decided and why */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    outcome?: "imported" | "updated" | "unchanged" | "skipped" | "failed";
                    cause?: "draft" | "paid" | "credited" | "zero_amount" | "negative_amount" | "department_not_chosen" | "deleted_in_crm" | "not_found_in_crm" | "unreadable_invoice" | "unreadable_customer" | "cannot_be_stored" | "crm_unavailable" | "crm_refused" | "reconnect_needed" | "not_visible_yet";
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ImportLine"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-lines/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the ledger by outcome and by cause */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportLineSummary"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/import-lines/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide about one line again, now */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportLine"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-imports/offered-period": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The last thirty days on the calendar of the business */
        get: {
            parameters: {
                query?: {
                    connectionId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: string;
                            to: string;
                            timeZone: string;
                            /** @description A period that begins before is imported without invitations unless told otherwise */
                            invitesFrom: string;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what an import by hand would do; writes nothing */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        connectionId: string;
                        /** @description Both days included; the last thirty days when nothing else is asked for */
                        period?: {
                            from: string;
                            to: string;
                        };
                        /** @description Invoice numbers as people write them: "2026/118" */
                        numbers?: string[];
                        /** @description Teamleader's ids of invoices */
                        externalIds?: string[];
                        /** @description Only of these departments; all of them when absent */
                        departmentExternalIds?: string[];
                        /**
                         * @description Whether invoices that come in are invited as their profile says, or no invitation and no reminder leaves by itself. Absent: as the profile says for a period that begins after going live and at most thirty days ago, else none
                         * @enum {string}
                         */
                        invitations?: "as_profile_says" | "none";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Import by hand: a period, numbers or ids; a mail tells how it ended */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        connectionId: string;
                        /** @description Both days included; the last thirty days when nothing else is asked for */
                        period?: {
                            from: string;
                            to: string;
                        };
                        /** @description Invoice numbers as people write them: "2026/118" */
                        numbers?: string[];
                        /** @description Teamleader's ids of invoices */
                        externalIds?: string[];
                        /** @description Only of these departments; all of them when absent */
                        departmentExternalIds?: string[];
                        /**
                         * @description Whether invoices that come in are invited as their profile says, or no invitation and no reminder leaves by itself. Absent: as the profile says for a period that begins after going live and at most thirty days ago, else none
                         * @enum {string}
                         */
                        invitations?: "as_profile_says" | "none";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-previews/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A preview: what was asked, counts, amounts and causes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ManualImport"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-previews/{runId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the preview says of each invoice, page by page */
        get: {
            parameters: {
                query?: {
                    cursor?: number;
                    limit?: number;
                    outcome?: "imported" | "updated" | "unchanged" | "skipped" | "failed";
                };
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ManualImportLine"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-imports/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import by hand: what was asked, counts, amounts and causes */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ManualImport"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoice-imports/{runId}/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What became of each invoice, page by page */
        get: {
            parameters: {
                query?: {
                    cursor?: number;
                    limit?: number;
                    outcome?: "imported" | "updated" | "unchanged" | "skipped" | "failed";
                };
                header?: never;
                path: {
                    runId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ManualImportLine"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/diagnosis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why an invoice is not here: cause, facts, what happened, and what helps */
        get: {
            parameters: {
                query?: {
                    /** @description An invoice number, a link to the invoice in Teamleader, or an id */
                    q?: string;
                    connectionId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Diagnosis"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that waits for a person, with words, the remedy and what does it */
        get: {
            parameters: {
                query?: {
                    kind?: "connection" | "mail" | "message" | "question" | "payment" | "document" | "import" | "profile";
                    /** @description Of each kind */
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaskList"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much waits for a person, of each kind, up to 101 */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TaskSummary"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is owed by age, what is expected and what came in by week, per currency */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened, to what, when, by whom and why, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    subjectKind?: "creditor" | "connection" | "customer" | "invoice" | "import_line" | "profile" | "long_run" | "shared_file" | "customer_import";
                    subjectId?: string;
                    kind?: "creditor.created" | "creditor.changed" | "profile.created" | "profile.renamed" | "profile.changed" | "profile.replaced" | "profile.deleted" | "connection.connected" | "connection.reconnected" | "connection.disconnected" | "connection.reconnectNeeded" | "connection.optionsChanged" | "connection.webhooksRegistered" | "connection.webhooksRemoved" | "connection.webhooksFailed" | "connection.alarmed" | "connection.wentLive" | "connection.stoppedSending" | "customer.created" | "customer.refreshed" | "customer.refreshFailed" | "customer.goneInCrm" | "customer.deactivatedInCrm" | "customer.backInCrm" | "customer.linked" | "customer.edited" | "customer.pinned" | "customer.unpinned" | "customer.merged" | "customer.mergeUndone" | "customer.anonymised" | "customer.deleted" | "customerImport.uploaded" | "customerImport.finished" | "customerImport.undone" | "longRun.started" | "longRun.finished" | "longRun.failed" | "longRun.cancelled" | "sharedFile.created" | "sharedFile.downloaded" | "sharedFile.removed" | "invoice.imported" | "invoice.updated" | "invoice.paid" | "invoice.partPaid" | "invoice.reopened" | "invoice.overpaid" | "invoice.credited" | "invoice.archived" | "invoice.profileChosen" | "invoice.profileUnknown" | "invoice.profileReplaced" | "invoice.documentRetrieved" | "invoice.documentRefused" | "invoice.documentGivenUp" | "invoice.documentStale" | "invoice.documentLost" | "invoice.invitationWaiting" | "invoice.invitationPlanned" | "invoice.invitationHeld" | "invoice.invitationCancelled" | "invoice.invitationFailed" | "invoice.invitationUnknown" | "invoice.invitationBounced" | "invoice.invited" | "invoice.reminderPlanned" | "invoice.reminderHeld" | "invoice.reminderCancelled" | "invoice.reminderFailed" | "invoice.reminderUnknown" | "invoice.reminderBounced" | "invoice.reminded" | "invoice.invitationSentAgain" | "invoice.reminderSentAgain" | "invoice.putOnHold" | "invoice.holdEnded" | "invoice.disputed" | "invoice.disputeEnded" | "invoice.paymentPromised" | "invoice.promiseEnded" | "invoice.addressMarked" | "invoice.addressCleared" | "invoice.paymentLinkRenewed" | "invoice.paymentLinkRevoked" | "invoice.paymentLinkChanged" | "invoice.questionAsked" | "payment.recorded" | "payment.revoked" | "payment.writtenBack" | "payment.removedInCrm" | "payment.writeBackRefused" | "payment.removalRefused" | "crmNote.refused" | "invoice.skipped" | "invoice.failed" | "importMail.sent" | "importMail.notSent";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Activity"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the Teamleader connections with their state and settings */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Connection"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/authorise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Begin to connect: the answer holds the address of the consent page */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AuthoriseInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuthoriseAddress"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the switches, the profile rules or the departments */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConnectionOptionsInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/connections/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Forget the access and remove the webhooks; all data stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Connection"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for missed invoices now; the work goes on after the answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check rights, webhooks, public address, profile and mail */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            checks: components["schemas"]["ConnectionCheck"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the custom fields of Teamleader that can choose a profile */
        get: {
            parameters: {
                query: {
                    context: "invoice" | "subscription";
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CrmField"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/departments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the departments of the Teamleader account */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                externalId: string;
                                name: string;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the profiles */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Profile"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        /** Add a profile */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileNameInput"];
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One profile with its switches and texts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Delete a profile that is not in use */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a profile, or change when and with what texts it sends */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Profile"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/profiles/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** How a message of a profile looks, with an invoice made up */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TextToTryInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TextPreview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/send-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mail it to the person who asks */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TextToTryInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TestMessage"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What refers to a profile, in numbers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProfileUse"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profiles/{id}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put another profile in its place, everywhere at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ProfileReplacingInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProfileReplacement"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages of an invoice, what is next, and whether it can be invited now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["InvoiceMessages"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/stops": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What stops, or stopped, the messages of an invoice, with who said so and why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["CollectionStop"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put an invoice on hold: nothing is sent until that ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StopReasonInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionStop"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** End the hold */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/dispute": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the customer disputes the invoice: nothing is sent until that ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StopReasonInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionStop"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** End the dispute */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/promise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Note that the customer promised to pay by a day: no reminders until then */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PromiseToPayInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CollectionStop"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        /** Take the promise to pay back */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What goes out on which day, to whom and why, and for whom nothing does and why not */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessageCalendar"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undeliverable-addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Addresses to which mail came back; nothing more goes there */
        get: {
            parameters: {
                query?: {
                    /** @description Only those of this customer */
                    customerId?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["UndeliverableAddress"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/undeliverable-addresses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Say that an address works again */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bounce-address": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a mail server reports what came back */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BounceAddress"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the invitation now, by hand; twice is one mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitationByHandInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/invitation/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the invitation says, or would say now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePreview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a message said, word for word, or would say now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePreview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of a message of which nobody knows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageSettlementInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a message that was sent to somebody else as well; twice is one mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MessageAgainInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/again/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a message that was sent would say now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePreview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send the next reminder now, by hand; twice is one mail */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReminderByHandInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Message"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/reminder/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a reminder would say now */
        get: {
            parameters: {
                query?: {
                    level?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MessagePreview"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the open invoices of a selection on hold */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceHoldInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HeldInvoices"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/end-hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the hold of the invoices of a selection */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvoiceHoldEndInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["HeldInvoices"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether invitations leave by themselves, and how many wait for that */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sending"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/go-live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** From now on invitations leave by themselves */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GoLiveInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sending"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/stop-sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Nothing leaves by itself any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sending"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which invoices chose which profile, why, and what the custom fields said */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    q?: string;
                    profileId?: string;
                    /** @description Which rule chose the profile */
                    chosenBy?: "invoice_field" | "subscription_field" | "customer" | "connection";
                    customerId?: string;
                    currency?: string;
                    connectionId?: string;
                    /** @description As the CRM names it; with connectionId */
                    departmentId?: string;
                    /** @description Where the PDF stands */
                    document?: "none" | "waiting" | "retrieved" | "given_up";
                    /** @description Where the invitation stands */
                    invitation?: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
                    /** @description What keeps it from being asked for now */
                    stop?: "hold" | "dispute" | "promise";
                    /** @description Which day the period is about */
                    dateOf?: "invoiceDate" | "dueDate";
                    /** @description The first day that is in */
                    dateFrom?: string;
                    /** @description The last day that is in */
                    dateTo?: string;
                    warning?: "true" | "false" | "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["ProfileChoice"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/profile-choices/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the invoices by what chose their profile, and by warning */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ProfileChoiceSummary"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/connections/{id}/custom-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Have Teamleader make the two custom fields that choose the profile, and choose them */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MadeFields"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/payment-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The address at which the customer pays the invoice; made when there is none */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaymentLink"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Close the payment page, until somebody makes a new address */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaymentLink"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Say until when the payment page opens */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PaymentLinkChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaymentLink"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/invoices/{id}/payment-link/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new address; earlier ones stop at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PaymentLinkRenewalInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PaymentLink"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invoices/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the customer asked on the payment page, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["Question"][];
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/questions/{id}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what became of the mail that brings a question */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["QuestionSettlementInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Question"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/creditor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business that is owed the money */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Creditor"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the details of the business */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreditorChangesInput"];
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Creditor"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/v1/long-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Long work that people started, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                    kind?: "customer_crm_export" | "customer_selection_export" | "customer_refresh" | "customer_preview" | "customer_import" | "customer_import_undo" | "invoice_preview" | "invoice_import" | "document_retrieval" | "document_zip" | "invoice_export" | "invoice_refresh";
                    underWay?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["LongRun"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/long-runs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One piece of long work with its progress */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/long-runs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop long work at its next step; what is done stays */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the files that were made for download, newest first */
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: components["schemas"]["SharedFile"][];
                            nextCursor: string | null;
                        };
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a file; the history notes it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file itself, to be saved */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/shared-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a file before it expires */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Export every customer of a Teamleader account to a shared file, in the background */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CustomerExportInput"];
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LongRun"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/customer-exports/estimate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many customers an export would hold, how many calls and how long it would take */
        get: {
            parameters: {
                query: {
                    connectionId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CustomerExportEstimate"];
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Hear what changed while it changes: which kind of thing, and which one */
        get: {
            parameters: {
                query?: {
                    creditor?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events; the data of each is {"subjectKind": "invoice", "subjectId": "inv_…" or null} */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description Default Response */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["Error"];
                    };
                };
                /** @description Default Response */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": components["schemas"]["Error"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        MoneyInput: {
            /** @description In the smallest unit of the currency: 12150 EUR is 121.50 */
            amountCents: number;
            currency: string;
        };
        WordsInput: {
            code: string;
            title: string;
            explanation: string;
        };
        StopReasonInput: {
            /** @description Why, for colleagues */
            reason?: string | null;
        };
        PromiseToPayInput: {
            /** @description The day by which the customer pays */
            promisedFor: string;
            /** @description A part of what is open; left out: all of it */
            promisedCents?: number | null;
            /** @description Why, for colleagues */
            reason?: string | null;
        };
        ConnectionOptionsInput: {
            importInvoicesAutomatically?: boolean;
            updateCustomersAutomatically?: boolean;
            defaultProfileId?: string | null;
            invoiceProfileFieldId?: string | null;
            subscriptionProfileFieldId?: string | null;
            departmentExternalIds?: string[] | null;
            fetchUbl?: boolean;
            /** @description Register payments known here in the CRM */
            writeBack?: boolean;
            /** @description Leave notes on the invoices in the CRM */
            leaveNotes?: boolean;
        };
        CreditorInput: {
            id: string;
            name: string;
            iban: string | null;
            senderEmail: string | null;
            /** @enum {string} */
            language: "en" | "nl" | "fr" | "de";
            timeZone: string;
            /** @description Days, both included, on which the business is closed: no reminder leaves */
            closedPeriods: {
                from: string;
                until: string;
                note: string;
            }[];
        };
        CustomerFactsInput: {
            companyName: string | null;
            firstName: string | null;
            lastName: string | null;
            email: string | null;
            cc: string[];
            mobile: string | null;
            language: string | null;
            addressLine: string | null;
            postalCode: string | null;
            city: string | null;
            country: string | null;
            invoicingAddressee: string | null;
            invoicingAddressLine: string | null;
            invoicingPostalCode: string | null;
            invoicingCity: string | null;
            invoicingCountry: string | null;
            vatNumber: string | null;
            enterpriseNumber: string | null;
            peppolId: string | null;
        };
        CustomerInput: {
            id: string;
            number: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            cc: string[];
            city: string | null;
            country: string | null;
            language: string | null;
            vatNumber: string | null;
            profile: {
                id: string;
                name: string;
            } | null;
            isLinked: boolean;
            goneCause: string | null;
            open: components["schemas"]["MoneyInput"][];
            flags: ("no_name" | "no_email" | "invalid_email" | "invalid_cc" | "unknown_language" | "unknown_country" | "invalid_vat_number" | "invalid_mobile")[];
            facts: components["schemas"]["CustomerFactsInput"];
            crmFacts: components["schemas"]["CustomerFactsInput"] | null;
            pinnedFields: ("companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId")[];
            /** @enum {string} */
            origin: "hand" | "crm" | "invoice" | "file";
            connectionId: string | null;
            externalType: ("company" | "person") | null;
            externalId: string | null;
            webUrl: string | null;
            detailsReadAt: string | null;
            anonymisedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            invoiceCount: number;
            merges: {
                id: string;
                customerId: string;
                number: string;
                name: string;
                /** Format: date-time */
                mergedAt: string;
                canUndo: boolean;
            }[];
            gone: components["schemas"]["WordsInput"] | null;
        };
        InvoiceCustomerInput: {
            id: string;
            number: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            cc: string[];
            mobile: string | null;
            language: string | null;
            addressLine: string | null;
            postalCode: string | null;
            city: string | null;
            country: string | null;
            vatNumber: string | null;
            goneCause: string | null;
        };
        CrmCustomerInput: {
            connectionId: string;
            /** @enum {string} */
            externalType: "company" | "person";
            externalId: string;
            name: string;
            /** @enum {string} */
            kind: "company" | "person";
            city: string | null;
            email: string | null;
            vatNumber: string | null;
            isActive: boolean;
            /** @description The customer that this record is already */
            customerId: string | null;
        };
        CustomerFactsGivenInput: {
            companyName?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            email?: string | null;
            /** @description Several addresses in one text are separated by comma or semicolon */
            cc?: string[];
            mobile?: string | null;
            language?: string | null;
            addressLine?: string | null;
            postalCode?: string | null;
            city?: string | null;
            country?: string | null;
            invoicingAddressee?: string | null;
            invoicingAddressLine?: string | null;
            invoicingPostalCode?: string | null;
            invoicingCity?: string | null;
            invoicingCountry?: string | null;
            vatNumber?: string | null;
            enterpriseNumber?: string | null;
            peppolId?: string | null;
        };
        NewCustomerInput: {
            facts: components["schemas"]["CustomerFactsGivenInput"];
            number?: string;
            profileId?: string | null;
            pin?: ("companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId")[];
            link?: {
                connectionId: string;
                /** @enum {string} */
                externalType: "company" | "person";
                externalId: string;
            };
        };
        CustomerChangesInput: {
            facts?: components["schemas"]["CustomerFactsGivenInput"];
            number?: string;
            profileId?: string | null;
            pin?: ("companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId")[];
        };
        LongRunInput: {
            id: string;
            /** @enum {string} */
            kind: "customer_crm_export" | "customer_selection_export" | "customer_refresh" | "customer_preview" | "customer_import" | "customer_import_undo" | "invoice_preview" | "invoice_import" | "document_retrieval" | "document_zip" | "invoice_export" | "invoice_refresh";
            /** @enum {string} */
            state: "waiting" | "running" | "cancelling" | "finished" | "failed" | "cancelled";
            subjectId: string | null;
            name: string;
            doneCount: number;
            totalCount: number | null;
            remainingSeconds: number | null;
            counts: {
                [key: string]: number;
            };
            result: {
                [key: string]: unknown;
            } | null;
            problem: {
                code: string;
                message: string;
            } | null;
            startedByName: string | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        CustomerBulkInput: {
            /** @description Either ids, or a filter as the list has it; an empty filter means all */
            selection: {
                ids?: string[];
                filter?: {
                    q?: string;
                    /** @enum {string} */
                    kind?: "company" | "person";
                    /** @description `none`: those without a profile of their own */
                    profileId?: string;
                    language?: string;
                    linked?: boolean | ("true" | "false");
                    gone?: boolean | ("true" | "false");
                    withoutEmail?: boolean | ("true" | "false");
                    hasOpen?: boolean | ("true" | "false");
                };
            };
            /** @enum {string} */
            action: "setProfile" | "setLanguage" | "refresh" | "export";
            /** @description For setProfile; null: none of their own */
            profileId?: string | null;
            /** @description For setLanguage */
            language?: string | null;
        };
        CustomerExportInput: {
            connectionId: string;
            /**
             * @description lists: a hundred customers a call, without invoicing addresses and VAT numbers of persons
             * @default whole
             * @enum {string}
             */
            details: "whole" | "lists";
        };
        FileReadingInput: {
            /** @enum {string} */
            format: "csv" | "xlsx";
            encoding: string | null;
            delimiter: string | null;
            /** @description Customers have no amounts: nothing to choose */
            decimal: null;
            /** @description Customers have no dates: nothing to choose */
            dateForm: null;
            sheet: string | null;
            hasHeader: boolean;
            /** @description The line or row that names the columns, from 1; null for none */
            headerLine: number | null;
        };
        FileColumnInput: {
            index: number;
            header: string;
            samples: string[];
            target: ("number" | "companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId" | "profile" | "crmSource" | "crmAccount" | "crmType" | "crmId" | "crmStatus") | null;
            guessedBy: ("name" | "content" | "remembered") | null;
        };
        CustomerImportChangesInput: {
            reading?: {
                encoding?: ("utf-8" | "utf-16le" | "utf-16be" | "windows-1252") | null;
                delimiter?: ("," | ";" | "\t" | "|") | null;
                sheet?: string | null;
                hasHeader?: boolean;
                /** @description The line or row that names the columns; what stands above it is left out */
                headerLine?: number;
            };
            /** @description What a column holds, by its index; null for nothing that is wanted */
            targets?: {
                [key: string]: string | null;
            };
            /** @enum {string} */
            mode?: "create" | "update" | "both";
            match?: {
                email?: boolean;
                vatNumber?: boolean;
            };
        };
        CustomerPinInput: {
            /** @enum {string} */
            field: "companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId";
            isPinned: boolean;
        };
        InvoiceFilterInput: {
            q?: string;
            profileId?: string;
            /**
             * @description Which rule chose the profile
             * @enum {string}
             */
            chosenBy?: "invoice_field" | "subscription_field" | "customer" | "connection";
            customerId?: string;
            currency?: string;
            connectionId?: string;
            /** @description As the CRM names it; with connectionId */
            departmentId?: string;
            /**
             * @description Where the PDF stands
             * @enum {string}
             */
            document?: "none" | "waiting" | "retrieved" | "given_up";
            /**
             * @description Where the invitation stands
             * @enum {string}
             */
            invitation?: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
            /**
             * @description What keeps it from being asked for now
             * @enum {string}
             */
            stop?: "hold" | "dispute" | "promise";
            /**
             * @description Which day the period is about
             * @enum {string}
             */
            dateOf?: "invoiceDate" | "dueDate";
            /** @description The first day that is in */
            dateFrom?: string;
            /** @description The last day that is in */
            dateTo?: string;
            warning?: boolean | ("true" | "false" | "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field");
            /**
             * @default all
             * @enum {string}
             */
            state: "open" | "overdue" | "paid" | "archived" | "all";
        };
        InvoiceDocumentInput: {
            /** @enum {string} */
            kind: "pdf" | "ubl";
            /** @enum {string} */
            state: "waiting" | "retrieved" | "given_up";
            /** @description The state for a person; code under_way while it is being fetched */
            standing: components["schemas"]["WordsInput"];
            /** @description There is something to open; an older version while isStale */
            hasFile: boolean;
            isStale: boolean;
            /** @description Tries of the schedule that failed */
            attempts: number;
            lastTriedAt: string | null;
            lastError: components["schemas"]["WordsInput"] | null;
            /** @description In English, for support */
            lastErrorDetail: string | null;
            nextTryAt: string | null;
            retrievedAt: string | null;
            sizeBytes: number | null;
            sha256: string | null;
        };
        InvoiceDetailInput: {
            id: string;
            number: string | null;
            customerId: string;
            customerName: string;
            invoiceDate: string | null;
            dueDate: string | null;
            total: components["schemas"]["MoneyInput"];
            open: components["schemas"]["MoneyInput"];
            /** @enum {string} */
            state: "booked" | "pending" | "paid" | "expired" | "archived";
            /** @enum {string} */
            paymentState: "open" | "part_paid" | "paid" | "credited";
            profile: {
                id: string;
                name: string;
            };
            warning: {
                code: string;
                title: string;
                detail: string;
            } | null;
            /**
             * @description Where the PDF stands; retrieved: the icon. none: it was never asked for
             * @enum {string}
             */
            document: "none" | "waiting" | "retrieved" | "given_up";
            /**
             * @description Where the invitation stands; none: nothing is to leave
             * @enum {string}
             */
            invitation: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
            /** @description What keeps it from being asked for now */
            stops: {
                isOnHold: boolean;
                isDisputed: boolean;
                promisedFor: string | null;
            };
            departmentName: string | null;
            /** Format: date-time */
            importedAt: string;
            connectionId: string;
            externalId: string;
            remittance: string | null;
            purchaseOrderNumber: string | null;
            webUrl: string | null;
            paidAt: string | null;
            externalUpdatedAt: string | null;
            profileReason: components["schemas"]["WordsInput"];
            stateCause: string | null;
            customer: components["schemas"]["InvoiceCustomerInput"];
            importLineId: string | null;
            documents: components["schemas"]["InvoiceDocumentInput"][];
        };
        InvoiceHoldInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
            /** @description Why, for colleagues */
            reason?: string | null;
        };
        InvoiceHoldEndInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
        };
        InvoiceDocumentSelectionInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
            /**
             * @default pdf
             * @enum {string}
             */
            kind: "pdf" | "ubl";
        };
        InvoiceSelectionInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
        };
        InvoiceBulkInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
            /** @enum {string} */
            action: "refresh";
        };
        InvoiceExportInput: {
            selection: {
                ids?: string[];
                /** @description As in the overview; {} is every invoice */
                filter?: components["schemas"]["InvoiceFilterInput"];
            };
            /** @enum {string} */
            format: "csv" | "xlsx";
            /**
             * @description Of a CSV file: what Excel expects in most of Europe
             * @default ;
             * @enum {string}
             */
            delimiter: "," | ";";
        };
        MessageInput: {
            id: string;
            /** @enum {string} */
            kind: "invitation" | "reminder";
            level: number;
            /** @description The message that this one is a copy of, for somebody else */
            copyOf: string | null;
            /** @enum {string} */
            state: "waiting" | "planned" | "sending" | "sent" | "failed" | "bounced" | "unknown" | "held" | "cancelled";
            stateWords: components["schemas"]["WordsInput"];
            /** @description The words of the mail server or of Teamleader */
            detail: string | null;
            /** @description Whom it was sent to, or whom a person chose */
            recipients: {
                to: string | null;
                cc: string[];
            };
            /** @description Recipients that the mail server refused */
            refused: {
                address: string;
                answer: string;
            }[];
            /** @enum {string} */
            origin: "booking" | "due_date" | "hand";
            attempts: number;
            /** Format: date-time */
            plannedFor: string;
            /** @description When it is looked at again by itself; of one that waits for the PDF: its next try */
            nextLookAt: string | null;
            sentAt: string | null;
            subject: string | null;
            language: ("en" | "nl" | "fr" | "de") | null;
            /** @description The version of the profile that it was sent with */
            profileVersion: number | null;
            /** @description Nobody knows whether it left: a person has to say so */
            canSettle: boolean;
            /** @description It was sent: a person can have it go to somebody else as well */
            canSendAgain: boolean;
        };
        NextMessageStepInput: {
            code: string;
            title: string;
            explanation: string;
            at: string | null;
        };
        NextReminderInput: {
            code: string;
            title: string;
            explanation: string;
            /** @description The level that leaves next; null while none is to come */
            level: number | null;
            /** @description When it leaves if nothing changes */
            at: string | null;
        };
        CanInviteInput: {
            allowed: boolean;
            /** @description Why not */
            words: components["schemas"]["WordsInput"] | null;
            canSendWithoutDocument: boolean;
            /** @description Whom it goes to unless others are given */
            recipients: {
                to: string | null;
                cc: string[];
            };
        };
        CanRemindInput: {
            /** @description The reminder that a press sends; null while none can be sent */
            level: number | null;
            /** @description Why not */
            words: components["schemas"]["WordsInput"] | null;
        };
        InvitationByHandInput: {
            /** @constant */
            withoutDocument?: true;
            /** @description Instead of the address of the customer, for this message alone */
            to?: string;
            /** @description Instead of the CC of the customer */
            cc?: string[];
        };
        MessageAgainInput: {
            /** @description Somebody who has not got it */
            to: string;
            /** @description Others who have not got it */
            cc?: string[];
        };
        ReminderByHandInput: {
            /** @description As canRemind says: when it is another one by now, nothing is sent */
            level: number;
            /** @description Instead of the address of the customer, for this message alone */
            to?: string;
            /** @description Instead of the CC of the customer */
            cc?: string[];
        };
        CurrencyOverviewInput: {
            currency: string;
            open: {
                count: number;
                amountCents: number;
            };
            overdue: {
                count: number;
                amountCents: number;
            };
            ages: {
                count: number;
                amountCents: number;
                /** @enum {string} */
                age: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "days_91";
            }[];
            /** @description By the day that was promised, else the due date; what is overdue is in none of them */
            expected: {
                count: number;
                amountCents: number;
                /**
                 * Format: date
                 * @description The Monday of the week
                 */
                weekFrom: string;
            }[];
            expectedLater: {
                count: number;
                amountCents: number;
            };
            /** @description What invoices came to that were paid, by the week; the present one last */
            paid: {
                count: number;
                amountCents: number;
                /**
                 * Format: date
                 * @description The Monday of the week
                 */
                weekFrom: string;
            }[];
        };
        PaymentWriteBackInput: {
            /** @enum {string} */
            state: "off" | "waiting" | "done" | "refused" | "unknown" | "revoking" | "revoked";
            title: string;
            explanation: string;
            detail: string | null;
            nextTryAt: string | null;
            canRetry: boolean;
        };
        PaymentInput: {
            id: string;
            invoiceId: string;
            /** @enum {string} */
            origin: "hand" | "crm";
            amount: components["schemas"]["MoneyInput"];
            paidOn: string | null;
            method: string | null;
            note: string | null;
            recordedByName: string | null;
            /** Format: date-time */
            recordedAt: string;
            revokedAt: string | null;
            revokedByName: string | null;
            revokedCause: ("by_hand" | "removed_in_crm") | null;
            matchedId: string | null;
            canRevoke: boolean;
            writeBack: components["schemas"]["PaymentWriteBackInput"] | null;
        };
        InvoiceStatementInput: {
            total: components["schemas"]["MoneyInput"];
            credits: {
                number: string | null;
                amount: components["schemas"]["MoneyInput"];
                on: string | null;
            }[];
            paidInCrm: components["schemas"]["MoneyInput"];
            /** @description Told here and not known to the CRM yet; below zero while it is removed there */
            paidHere: components["schemas"]["MoneyInput"];
            open: components["schemas"]["MoneyInput"];
            overpaid: components["schemas"]["MoneyInput"];
            isOverpaid: boolean;
        };
        NewPaymentInput: {
            /** @description Absent: all that is open */
            amountCents?: number;
            /**
             * Format: date
             * @description Absent: today
             */
            paidOn?: string;
            /** @description How it was paid, for people */
            method?: string | null;
            /** @description The same as the CRM names it */
            methodId?: string | null;
            note?: string | null;
        };
        ProfileNameInput: {
            name: string;
        };
        ProfileChangesInput: {
            name?: string;
            /** @description Send the invitation when an invoice is booked */
            sendOnBooking?: boolean;
            /** @description Wait for the PDF and attach it */
            waitForDocument?: boolean;
            /** @description Attach the PDF when it is there */
            includeDocument?: boolean;
            /** @description The payment page shows the PDF */
            showsDocument?: boolean;
            /** @description The payment page takes questions */
            takesQuestions?: boolean;
            /** @description Texts of its own, by language; a language without one has the text that comes with Vorder */
            invitationTexts?: {
                [key: string]: {
                    subject: string;
                    body: string;
                };
            };
            /** @description Remind by itself of invoices whose invitation was sent */
            sendReminders?: boolean;
            /** @description The levels, in order */
            reminders?: {
                /** @description Days after the due date */
                offsetDays: number;
                isOn: boolean;
                /** @description Texts of its own, by language; a language without one has the text that comes with Vorder */
                texts: {
                    [key: string]: {
                        subject: string;
                        body: string;
                    };
                };
            }[];
            /** @description When reminders leave, in the time zone of the business */
            sendTimes?: {
                /** @description 1 is Monday, 7 is Sunday */
                days: number[];
                from: string;
                until: string;
                holidaysOf: ("BE" | "NL")[];
            };
            /** @description The account to pay to; null: that of the business */
            iban?: string | null;
            /** @description Whose account it is; null: the business by its name */
            beneficiary?: string | null;
        };
        TextToTryInput: {
            /** @enum {string} */
            kind: "invitation" | "reminder";
            /**
             * @description Of a reminder, from 1
             * @default 0
             */
            level: number;
            /** @enum {string} */
            language: "en" | "nl" | "fr" | "de";
            /** @description Instead of the one that the profile has; may hold {number}, {customer}, {business}, {amount}, {dueDate}, {reference} */
            text?: {
                subject: string;
                body: string;
            };
        };
        NewSavedViewInput: {
            name: string;
            /** @description The search part of the address, without its question mark */
            query: string;
            /**
             * @description In their order; none: as the list comes
             * @default []
             */
            columns: string[];
            /**
             * @description Everybody of the business sees it
             * @default false
             */
            isShared: boolean;
            /** @enum {string} */
            list: "invoices";
        };
        SavedViewChangesInput: {
            name?: string;
            /** @description The search part of the address, without its question mark */
            query?: string;
            /** @description In their order; none: as the list comes */
            columns?: string[];
            /** @description Everybody of the business sees it */
            isShared?: boolean;
        };
        FirstRunInput: {
            name: string;
            /** Format: email */
            email: string;
            password: string;
            /** @enum {string} */
            language: "en" | "nl" | "fr";
            business: {
                name: string;
                iban: string | null;
                senderEmail: string | null;
            };
        };
        TaskInput: {
            code: string;
            title: string;
            explanation: string;
            id: string;
            /** @enum {string} */
            kind: "connection" | "mail" | "message" | "question" | "payment" | "document" | "import" | "profile";
            subjectId: string;
            /** @description What helps, where the explanation does not say it */
            remedy: string | null;
            /** @description What Teamleader or the mail server said, word for word */
            detail: string | null;
            /** Format: date-time */
            since: string;
            /** @description How many wait for the same thing */
            count: number;
            accountName: string | null;
            document: ("pdf" | "ubl") | null;
            invoice: {
                id: string | null;
                number: string | null;
                customerId: string | null;
                customerName: string | null;
                amount: components["schemas"]["MoneyInput"] | null;
                webUrl: string | null;
            } | null;
            /**
             * @description The one thing that moves it on
             * @enum {string}
             */
            action: "connect" | "open_settings" | "open_customer" | "open_invoice" | "settle_message" | "retry_write_back" | "retrieve_document" | "retry_import";
        };
        SignInInput: {
            email: string;
            password: string;
        };
        MeChangesInput: {
            /** @enum {string} */
            language: "en" | "nl" | "fr";
        };
        CustomerMergeChoiceInput: {
            otherId: string;
            /** @default {} */
            take: {
                [key: string]: "this" | "other";
            };
        };
        AuthoriseInput: {
            /** @enum {string} */
            source: "teamleader";
        };
        ProfileReplacingInput: {
            byProfileId: string;
        };
        MessageSettlementInput: {
            /** @enum {string} */
            as: "arrived" | "send_again";
        };
        GoLiveInput: {
            /**
             * @description What becomes of the invitations that were held back until now
             * @default drop
             * @enum {string}
             */
            held: "send" | "drop";
        };
        PaymentLinkRenewalInput: {
            /** @description When the page stops opening; null: never */
            expiresAt?: string | null;
        };
        PaymentLinkChangesInput: {
            /** @description When the page stops opening; null: never */
            expiresAt: string | null;
        };
        QuestionSettlementInput: {
            /** @enum {string} */
            as: "arrived" | "send_again";
        };
        CreditorChangesInput: {
            name?: string;
            iban?: string | null;
            senderEmail?: string | null;
            /** @enum {string} */
            language?: "en" | "nl" | "fr" | "de";
            timeZone?: string;
            /** @description Days, both included, on which the business is closed: no reminder leaves */
            closedPeriods?: {
                from: string;
                until: string;
                note: string;
            }[];
        };
        Error: {
            error: {
                code: string;
                message: string;
                fields?: {
                    path: string;
                    message: string;
                    /** @description What is wrong, for programs; not of every field */
                    code?: string;
                    /** @description What the code is about */
                    params?: {
                        [key: string]: string;
                    };
                }[];
                details?: {
                    [key: string]: string;
                };
                requestId: string;
            };
        };
        Money: {
            /** @description In the smallest unit of the currency: 12150 EUR is 121.50 */
            amountCents: number;
            currency: string;
        };
        Words: {
            code: string;
            title: string;
            explanation: string;
        };
        Activity: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            subjectKind: "creditor" | "connection" | "customer" | "invoice" | "import_line" | "profile" | "long_run" | "shared_file" | "customer_import";
            subjectId: string;
            subjectName: string | null;
            /** @enum {string} */
            kind: "creditor.created" | "creditor.changed" | "profile.created" | "profile.renamed" | "profile.changed" | "profile.replaced" | "profile.deleted" | "connection.connected" | "connection.reconnected" | "connection.disconnected" | "connection.reconnectNeeded" | "connection.optionsChanged" | "connection.webhooksRegistered" | "connection.webhooksRemoved" | "connection.webhooksFailed" | "connection.alarmed" | "connection.wentLive" | "connection.stoppedSending" | "customer.created" | "customer.refreshed" | "customer.refreshFailed" | "customer.goneInCrm" | "customer.deactivatedInCrm" | "customer.backInCrm" | "customer.linked" | "customer.edited" | "customer.pinned" | "customer.unpinned" | "customer.merged" | "customer.mergeUndone" | "customer.anonymised" | "customer.deleted" | "customerImport.uploaded" | "customerImport.finished" | "customerImport.undone" | "longRun.started" | "longRun.finished" | "longRun.failed" | "longRun.cancelled" | "sharedFile.created" | "sharedFile.downloaded" | "sharedFile.removed" | "invoice.imported" | "invoice.updated" | "invoice.paid" | "invoice.partPaid" | "invoice.reopened" | "invoice.overpaid" | "invoice.credited" | "invoice.archived" | "invoice.profileChosen" | "invoice.profileUnknown" | "invoice.profileReplaced" | "invoice.documentRetrieved" | "invoice.documentRefused" | "invoice.documentGivenUp" | "invoice.documentStale" | "invoice.documentLost" | "invoice.invitationWaiting" | "invoice.invitationPlanned" | "invoice.invitationHeld" | "invoice.invitationCancelled" | "invoice.invitationFailed" | "invoice.invitationUnknown" | "invoice.invitationBounced" | "invoice.invited" | "invoice.reminderPlanned" | "invoice.reminderHeld" | "invoice.reminderCancelled" | "invoice.reminderFailed" | "invoice.reminderUnknown" | "invoice.reminderBounced" | "invoice.reminded" | "invoice.invitationSentAgain" | "invoice.reminderSentAgain" | "invoice.putOnHold" | "invoice.holdEnded" | "invoice.disputed" | "invoice.disputeEnded" | "invoice.paymentPromised" | "invoice.promiseEnded" | "invoice.addressMarked" | "invoice.addressCleared" | "invoice.paymentLinkRenewed" | "invoice.paymentLinkRevoked" | "invoice.paymentLinkChanged" | "invoice.questionAsked" | "payment.recorded" | "payment.revoked" | "payment.writtenBack" | "payment.removedInCrm" | "payment.writeBackRefused" | "payment.removalRefused" | "crmNote.refused" | "invoice.skipped" | "invoice.failed" | "importMail.sent" | "importMail.notSent";
            cause: string | null;
            title: string;
            detail: string | null;
            /** @description The field that was pinned, or follows the CRM again */
            field: string | null;
            /** @description What of a customer changed, field by field */
            changes: {
                field: string;
                before: (string | string[]) | null;
                after: (string | string[]) | null;
            }[];
            actor: {
                /** @enum {string} */
                kind: "user" | "api_key" | "webhook" | "schedule" | "cli" | "system" | "customer";
                name: string | null;
            };
        };
        CollectionStop: {
            id: string;
            /** @enum {string} */
            kind: "hold" | "dispute" | "promise";
            reason: string | null;
            promisedFor: string | null;
            /** @description The part that is promised; null: all that is open */
            promisedCents: number | null;
            setBy: string | null;
            /** Format: date-time */
            setAt: string;
            endedBy: string | null;
            endedAt: string | null;
        };
        Connection: {
            id: string;
            /** @enum {string} */
            source: "teamleader";
            label: string;
            accountName: string;
            /** @enum {string} */
            state: "connected" | "reconnect_needed" | "disconnected";
            stateReason: string | null;
            importInvoicesAutomatically: boolean;
            updateCustomersAutomatically: boolean;
            defaultProfileId: string | null;
            invoiceProfileFieldId: string | null;
            subscriptionProfileFieldId: string | null;
            departmentExternalIds: string[] | null;
            fetchUbl: boolean;
            writeBack: boolean;
            leaveNotes: boolean;
            hook: {
                isRegistered: boolean;
                problem: string | null;
                lastHeardAt: string | null;
            };
            lastReconciledAt: string | null;
            connectedUserName: string | null;
            /** Format: date-time */
            connectedAt: string;
        };
        ConnectionCheck: {
            /** @enum {string} */
            check: "rights" | "webhooks" | "public_address" | "profile" | "mail" | "strict_mode";
            ok: boolean;
            code: string;
            detail: string | null;
        };
        CrmField: {
            id: string;
            label: string;
            /**
             * @description Only a select and a text can name a profile
             * @enum {string}
             */
            kind: "select" | "text" | "other";
            options: {
                id: string;
                value: string;
                /** @description The profile that it names */
                profile: {
                    id: string;
                    name: string;
                } | null;
            }[];
        };
        Creditor: {
            id: string;
            name: string;
            iban: string | null;
            senderEmail: string | null;
            /** @enum {string} */
            language: "en" | "nl" | "fr" | "de";
            timeZone: string;
            /** @description Days, both included, on which the business is closed: no reminder leaves */
            closedPeriods: {
                from: string;
                until: string;
                note: string;
            }[];
        };
        CustomerRow: {
            id: string;
            number: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            cc: string[];
            city: string | null;
            country: string | null;
            language: string | null;
            vatNumber: string | null;
            profile: {
                id: string;
                name: string;
            } | null;
            isLinked: boolean;
            goneCause: string | null;
            open: components["schemas"]["Money"][];
            flags: ("no_name" | "no_email" | "invalid_email" | "invalid_cc" | "unknown_language" | "unknown_country" | "invalid_vat_number" | "invalid_mobile")[];
        };
        CustomerFacts: {
            companyName: string | null;
            firstName: string | null;
            lastName: string | null;
            email: string | null;
            cc: string[];
            mobile: string | null;
            language: string | null;
            addressLine: string | null;
            postalCode: string | null;
            city: string | null;
            country: string | null;
            invoicingAddressee: string | null;
            invoicingAddressLine: string | null;
            invoicingPostalCode: string | null;
            invoicingCity: string | null;
            invoicingCountry: string | null;
            vatNumber: string | null;
            enterpriseNumber: string | null;
            peppolId: string | null;
        };
        Customer: {
            id: string;
            number: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            cc: string[];
            city: string | null;
            country: string | null;
            language: string | null;
            vatNumber: string | null;
            profile: {
                id: string;
                name: string;
            } | null;
            isLinked: boolean;
            goneCause: string | null;
            open: components["schemas"]["Money"][];
            flags: ("no_name" | "no_email" | "invalid_email" | "invalid_cc" | "unknown_language" | "unknown_country" | "invalid_vat_number" | "invalid_mobile")[];
            facts: components["schemas"]["CustomerFacts"];
            crmFacts: components["schemas"]["CustomerFacts"] | null;
            pinnedFields: ("companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId")[];
            /** @enum {string} */
            origin: "hand" | "crm" | "invoice" | "file";
            connectionId: string | null;
            externalType: ("company" | "person") | null;
            externalId: string | null;
            webUrl: string | null;
            detailsReadAt: string | null;
            anonymisedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            invoiceCount: number;
            merges: {
                id: string;
                customerId: string;
                number: string;
                name: string;
                /** Format: date-time */
                mergedAt: string;
                canUndo: boolean;
            }[];
            gone: components["schemas"]["Words"] | null;
        };
        InvoiceCustomer: {
            id: string;
            number: string;
            /** @enum {string} */
            kind: "company" | "person";
            name: string;
            email: string | null;
            cc: string[];
            mobile: string | null;
            language: string | null;
            addressLine: string | null;
            postalCode: string | null;
            city: string | null;
            country: string | null;
            vatNumber: string | null;
            goneCause: string | null;
        };
        CrmCustomer: {
            connectionId: string;
            /** @enum {string} */
            externalType: "company" | "person";
            externalId: string;
            name: string;
            /** @enum {string} */
            kind: "company" | "person";
            city: string | null;
            email: string | null;
            vatNumber: string | null;
            isActive: boolean;
            /** @description The customer that this record is already */
            customerId: string | null;
        };
        CustomerDraft: {
            facts: components["schemas"]["CustomerFacts"];
            isActive: boolean;
            customerId: string | null;
            flags: ("no_name" | "no_email" | "invalid_email" | "invalid_cc" | "unknown_language" | "unknown_country" | "invalid_vat_number" | "invalid_mobile")[];
            webUrl: string | null;
        };
        RefreshedCustomer: {
            changes: {
                /** @enum {string} */
                field: "companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId";
                before: (string | string[]) | null;
                after: (string | string[]) | null;
            }[];
            /** @description Pinned fields whose value in Teamleader is another one */
            kept: {
                /** @enum {string} */
                field: "companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId";
                value: (string | string[]) | null;
                crmValue: (string | string[]) | null;
            }[];
            customer: components["schemas"]["Customer"];
        };
        CustomerFactsGiven: {
            companyName?: string | null;
            firstName?: string | null;
            lastName?: string | null;
            email?: string | null;
            /** @description Several addresses in one text are separated by comma or semicolon */
            cc?: string[];
            mobile?: string | null;
            language?: string | null;
            addressLine?: string | null;
            postalCode?: string | null;
            city?: string | null;
            country?: string | null;
            invoicingAddressee?: string | null;
            invoicingAddressLine?: string | null;
            invoicingPostalCode?: string | null;
            invoicingCity?: string | null;
            invoicingCountry?: string | null;
            vatNumber?: string | null;
            enterpriseNumber?: string | null;
            peppolId?: string | null;
        };
        LongRun: {
            id: string;
            /** @enum {string} */
            kind: "customer_crm_export" | "customer_selection_export" | "customer_refresh" | "customer_preview" | "customer_import" | "customer_import_undo" | "invoice_preview" | "invoice_import" | "document_retrieval" | "document_zip" | "invoice_export" | "invoice_refresh";
            /** @enum {string} */
            state: "waiting" | "running" | "cancelling" | "finished" | "failed" | "cancelled";
            subjectId: string | null;
            name: string;
            doneCount: number;
            totalCount: number | null;
            remainingSeconds: number | null;
            counts: {
                [key: string]: number;
            };
            result: {
                [key: string]: unknown;
            } | null;
            problem: {
                code: string;
                message: string;
            } | null;
            startedByName: string | null;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
        };
        CustomerBulkAnswer: {
            /** @description How many customers changed */
            changed?: number;
            /** @description The work goes on after the answer */
            run?: components["schemas"]["LongRun"];
        };
        CustomerExportEstimate: {
            customers: number;
            isExact: boolean;
            lists: {
                calls: number;
                seconds: number;
            };
            whole: {
                calls: number;
                seconds: number;
            };
        };
        CustomerEvent: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            kind: "message" | "payment" | "stop";
            invoice: {
                id: string;
                number: string | null;
            };
            message: {
                /** @enum {string} */
                kind: "invitation" | "reminder";
                level: number;
                /** @enum {string} */
                state: "waiting" | "planned" | "sending" | "sent" | "failed" | "bounced" | "unknown" | "held" | "cancelled";
                stateWords: components["schemas"]["Words"];
                /** @description The words of the mail server or of Teamleader */
                detail: string | null;
                recipients: {
                    to: string | null;
                    cc: string[];
                };
                refused: {
                    address: string;
                    answer: string;
                }[];
                /** @enum {string} */
                origin: "booking" | "due_date" | "hand";
                subject: string | null;
                /** @description By which it was written; null while it has not left */
                profile: {
                    name: string | null;
                    version: number;
                } | null;
            } | null;
            payment: {
                amount: components["schemas"]["Money"];
                /** @enum {string} */
                origin: "hand" | "crm";
                paidOn: string | null;
                method: string | null;
                recordedByName: string | null;
                revokedCause: ("by_hand" | "removed_in_crm") | null;
            } | null;
            stop: {
                /** @enum {string} */
                kind: "hold" | "dispute" | "promise";
                reason: string | null;
                promisedFor: string | null;
                setBy: string | null;
                endedAt: string | null;
                endedBy: string | null;
            } | null;
        };
        FileReading: {
            /** @enum {string} */
            format: "csv" | "xlsx";
            encoding: string | null;
            delimiter: string | null;
            /** @description Customers have no amounts: nothing to choose */
            decimal: null;
            /** @description Customers have no dates: nothing to choose */
            dateForm: null;
            sheet: string | null;
            hasHeader: boolean;
            /** @description The line or row that names the columns, from 1; null for none */
            headerLine: number | null;
        };
        FileColumn: {
            index: number;
            header: string;
            samples: string[];
            target: ("number" | "companyName" | "firstName" | "lastName" | "email" | "cc" | "mobile" | "language" | "addressLine" | "postalCode" | "city" | "country" | "invoicingAddressee" | "invoicingAddressLine" | "invoicingPostalCode" | "invoicingCity" | "invoicingCountry" | "vatNumber" | "enterpriseNumber" | "peppolId" | "profile" | "crmSource" | "crmAccount" | "crmType" | "crmId" | "crmStatus") | null;
            guessedBy: ("name" | "content" | "remembered") | null;
        };
        CustomerImport: {
            id: string;
            /** @enum {string} */
            state: "uploaded" | "previewing" | "previewed" | "importing" | "imported" | "undoing" | "undone" | "failed";
            fileName: string;
            sizeBytes: number;
            reading: components["schemas"]["FileReading"];
            sheets: string[];
            columns: components["schemas"]["FileColumn"][];
            /** @enum {string} */
            mode: "create" | "update" | "both";
            match: {
                email: boolean;
                vatNumber: boolean;
            };
            counts: {
                total: number;
                create: number;
                update: number;
                unchanged: number;
                refuse: number;
                /** @description Rows that name an account that is not connected here */
                unlinked: number;
                /** @description By an undo */
                deleted: number;
                /** @description By an undo */
                restored: number;
                /** @description By an undo: changed by hand since */
                kept: number;
            } | null;
            run: components["schemas"]["LongRun"] | null;
            refusedCount: number;
            canUndo: boolean;
            /** Format: date-time */
            uploadedAt: string;
            uploadedByName: string | null;
            problem: {
                code: string;
                message: string;
            } | null;
        };
        CustomerImportRow: {
            line: number;
            /** @enum {string} */
            outcome: "create" | "update" | "unchanged" | "refuse";
            name: string;
            customerId: string | null;
            changes: {
                field: string;
                before: string | string[] | null;
                after: string | string[] | null;
            }[];
            refusal: {
                code: string;
                column: string | null;
                title: string;
                explanation: string;
            } | null;
            notes: string[];
            undone: ("deleted" | "restored" | "kept") | null;
            undoneReason: string | null;
        };
        CustomerSummary: {
            /** @description Each is at most 10001, which means more than 10000 */
            counts: {
                all: number;
                company: number;
                person: number;
                withoutEmail: number;
                withOpen: number;
            };
        };
        InvoiceFilter: {
            q?: string;
            profileId?: string;
            /**
             * @description Which rule chose the profile
             * @enum {string}
             */
            chosenBy?: "invoice_field" | "subscription_field" | "customer" | "connection";
            customerId?: string;
            currency?: string;
            connectionId?: string;
            /** @description As the CRM names it; with connectionId */
            departmentId?: string;
            /**
             * @description Where the PDF stands
             * @enum {string}
             */
            document?: "none" | "waiting" | "retrieved" | "given_up";
            /**
             * @description Where the invitation stands
             * @enum {string}
             */
            invitation?: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
            /**
             * @description What keeps it from being asked for now
             * @enum {string}
             */
            stop?: "hold" | "dispute" | "promise";
            /**
             * @description Which day the period is about
             * @enum {string}
             */
            dateOf?: "invoiceDate" | "dueDate";
            /** @description The first day that is in */
            dateFrom?: string;
            /** @description The last day that is in */
            dateTo?: string;
            warning?: boolean | ("true" | "false" | "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field");
            /**
             * @default all
             * @enum {string}
             */
            state: "open" | "overdue" | "paid" | "archived" | "all";
        };
        Diagnosis: {
            connectionId: string;
            externalId: string | null;
            number: string | null;
            customerName: string | null;
            lineId: string | null;
            invoiceId: string | null;
            webUrl: string | null;
            verdict: {
                code: string;
                title: string;
                explanation: string;
                remedy: string;
            };
            /** @description One sentence each, in the language of the request */
            facts: string[];
            chronology: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "told" | "asked" | "decided";
                text: string;
            }[];
            remedy: {
                /**
                 * @description retry: POST /import-lines/{lineId}/retry; import: POST /invoice-imports with externalIds; open_in_crm: webUrl
                 * @enum {string}
                 */
                kind: "retry" | "import" | "open_in_crm" | "open_settings" | "reconnect" | "open_invoice";
                label: string;
            } | null;
            /** @description To be copied for whoever helps; holds no secret */
            diagnostic: string;
        };
        InvoiceDocument: {
            /** @enum {string} */
            kind: "pdf" | "ubl";
            /** @enum {string} */
            state: "waiting" | "retrieved" | "given_up";
            /** @description The state for a person; code under_way while it is being fetched */
            standing: components["schemas"]["Words"];
            /** @description There is something to open; an older version while isStale */
            hasFile: boolean;
            isStale: boolean;
            /** @description Tries of the schedule that failed */
            attempts: number;
            lastTriedAt: string | null;
            lastError: components["schemas"]["Words"] | null;
            /** @description In English, for support */
            lastErrorDetail: string | null;
            nextTryAt: string | null;
            retrievedAt: string | null;
            sizeBytes: number | null;
            sha256: string | null;
        };
        Invoice: {
            id: string;
            number: string | null;
            customerId: string;
            customerName: string;
            invoiceDate: string | null;
            dueDate: string | null;
            total: components["schemas"]["Money"];
            open: components["schemas"]["Money"];
            /** @enum {string} */
            state: "booked" | "pending" | "paid" | "expired" | "archived";
            /** @enum {string} */
            paymentState: "open" | "part_paid" | "paid" | "credited";
            profile: {
                id: string;
                name: string;
            };
            warning: {
                code: string;
                title: string;
                detail: string;
            } | null;
            /**
             * @description Where the PDF stands; retrieved: the icon. none: it was never asked for
             * @enum {string}
             */
            document: "none" | "waiting" | "retrieved" | "given_up";
            /**
             * @description Where the invitation stands; none: nothing is to leave
             * @enum {string}
             */
            invitation: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
            /** @description What keeps it from being asked for now */
            stops: {
                isOnHold: boolean;
                isDisputed: boolean;
                promisedFor: string | null;
            };
            departmentName: string | null;
            /** Format: date-time */
            importedAt: string;
        };
        InvoiceDetail: {
            id: string;
            number: string | null;
            customerId: string;
            customerName: string;
            invoiceDate: string | null;
            dueDate: string | null;
            total: components["schemas"]["Money"];
            open: components["schemas"]["Money"];
            /** @enum {string} */
            state: "booked" | "pending" | "paid" | "expired" | "archived";
            /** @enum {string} */
            paymentState: "open" | "part_paid" | "paid" | "credited";
            profile: {
                id: string;
                name: string;
            };
            warning: {
                code: string;
                title: string;
                detail: string;
            } | null;
            /**
             * @description Where the PDF stands; retrieved: the icon. none: it was never asked for
             * @enum {string}
             */
            document: "none" | "waiting" | "retrieved" | "given_up";
            /**
             * @description Where the invitation stands; none: nothing is to leave
             * @enum {string}
             */
            invitation: "none" | "waiting" | "planned" | "sent" | "held" | "failed" | "unknown";
            /** @description What keeps it from being asked for now */
            stops: {
                isOnHold: boolean;
                isDisputed: boolean;
                promisedFor: string | null;
            };
            departmentName: string | null;
            /** Format: date-time */
            importedAt: string;
            connectionId: string;
            externalId: string;
            remittance: string | null;
            purchaseOrderNumber: string | null;
            webUrl: string | null;
            paidAt: string | null;
            externalUpdatedAt: string | null;
            profileReason: components["schemas"]["Words"];
            stateCause: string | null;
            customer: components["schemas"]["InvoiceCustomer"];
            importLineId: string | null;
            documents: components["schemas"]["InvoiceDocument"][];
        };
        InvoiceSummary: {
            counts: {
                /** @description 10001: more than ten thousand */
                open: number;
                /** @description 10001: more than ten thousand */
                overdue: number;
                /** @description 10001: more than ten thousand */
                paid: number;
                /** @description 10001: more than ten thousand */
                archived: number;
                /** @description 10001: more than ten thousand */
                all: number;
            };
            /** @description What is expected still; none of more than 100,000 open ones */
            openTotals: components["schemas"]["Money"][];
            /** @description What all come to; none while isCapped */
            totals: components["schemas"]["Money"][];
            /** @description There are more than ten thousand */
            isCapped: boolean;
        };
        HeldInvoices: {
            /** @description The invoices that this changed */
            ids: string[];
        };
        ImportLine: {
            id: string;
            externalId: string;
            number: string | null;
            customerName: string | null;
            total: components["schemas"]["Money"] | null;
            /** @enum {string} */
            outcome: "imported" | "updated" | "unchanged" | "skipped" | "failed";
            cause: {
                code: string;
                title: string;
                explanation: string;
                remedy: string;
                detail: string | null;
            } | null;
            warning: components["schemas"]["Words"] | null;
            invoiceId: string | null;
            runId: string | null;
            /** Format: date-time */
            decidedAt: string;
            /** Format: date-time */
            firstHeardAt: string;
            attempts: number;
            nextTryAt: string | null;
            webUrl: string | null;
            actions: ("retry" | "open_in_crm" | "open_settings" | "open_invoice")[];
        };
        ImportRun: {
            id: string;
            connectionId: string;
            /** @enum {string} */
            kind: "webhook" | "reconcile" | "nightly" | "retry" | "by_hand";
            /** @enum {string} */
            state: "running" | "finished" | "failed";
            /** Format: date-time */
            startedAt: string;
            finishedAt: string | null;
            counts: {
                imported?: number;
                updated?: number;
                unchanged?: number;
                skipped?: number;
                failed?: number;
            };
            cause: string | null;
        };
        ImportLineSummary: {
            counts: {
                imported: number;
                updated: number;
                unchanged: number;
                skipped: number;
                failed: number;
            };
            causes: {
                /** @enum {string} */
                code: "draft" | "paid" | "credited" | "zero_amount" | "negative_amount" | "department_not_chosen" | "deleted_in_crm" | "not_found_in_crm" | "unreadable_invoice" | "unreadable_customer" | "cannot_be_stored" | "crm_unavailable" | "crm_refused" | "reconnect_needed" | "not_visible_yet";
                title: string;
                count: number;
            }[];
        };
        RetrievedDocument: {
            /** @description How this try ended, for the person who pressed the button */
            outcome: components["schemas"]["Words"];
            document: components["schemas"]["InvoiceDocument"];
        };
        InvoiceChoices: {
            departments: {
                connectionId: string;
                departmentId: string;
                name: string;
            }[];
            currencies: string[];
            warnings: {
                /** @enum {string} */
                code: "unknown_profile" | "deleted_option" | "several_profiles" | "missing_field";
                title: string;
            }[];
        };
        InvoiceTotals: {
            count: number;
            totals: {
                currency: string;
                totalCents: number;
                openCents: number;
            }[];
        };
        ManualImport: {
            run: components["schemas"]["LongRun"];
            isPreview: boolean;
            connectionId: string;
            period: {
                from: string;
                to: string;
            } | null;
            numbers: string[];
            externalIds: string[];
            departmentExternalIds: string[];
            /**
             * @description What was chosen for invitations; of a preview: what an import would do if nobody says
             * @enum {string}
             */
            choice: "as_profile_says" | "none";
            /** @description What becomes of the invitations of those that come in; of a preview: by the profiles */
            invitations: {
                /** @enum {string} */
                invitation: "leaves" | "with_document" | "when_live" | "kept_back" | "none";
                count: number;
                customers: number;
            }[];
            found: number;
            counts: {
                imported: number;
                updated: number;
                unchanged: number;
                skipped: number;
                failed: number;
            };
            totals: {
                /** @enum {string} */
                outcome: "imported" | "updated" | "unchanged" | "skipped" | "failed";
                count: number;
                total: components["schemas"]["Money"];
            }[];
            causes: {
                code: string;
                title: string;
                count: number;
            }[];
            /** @description Numbers and ids that Teamleader does not show */
            unknown: string[];
            /** @description It goes on by itself once Teamleader answers again */
            isWaitingForCrm: boolean;
            /** @description False when the list kept moving while it was read */
            isComplete: boolean;
        };
        ManualImportLine: {
            externalId: string;
            number: string | null;
            customerName: string | null;
            invoiceDate: string | null;
            total: components["schemas"]["Money"] | null;
            /** @enum {string} */
            outcome: "imported" | "updated" | "unchanged" | "skipped" | "failed";
            cause: {
                code: string;
                title: string;
                explanation: string;
                remedy: string;
                detail: string | null;
            } | null;
            warning: components["schemas"]["Words"] | null;
            webUrl: string | null;
        };
        Message: {
            id: string;
            /** @enum {string} */
            kind: "invitation" | "reminder";
            level: number;
            /** @description The message that this one is a copy of, for somebody else */
            copyOf: string | null;
            /** @enum {string} */
            state: "waiting" | "planned" | "sending" | "sent" | "failed" | "bounced" | "unknown" | "held" | "cancelled";
            stateWords: components["schemas"]["Words"];
            /** @description The words of the mail server or of Teamleader */
            detail: string | null;
            /** @description Whom it was sent to, or whom a person chose */
            recipients: {
                to: string | null;
                cc: string[];
            };
            /** @description Recipients that the mail server refused */
            refused: {
                address: string;
                answer: string;
            }[];
            /** @enum {string} */
            origin: "booking" | "due_date" | "hand";
            attempts: number;
            /** Format: date-time */
            plannedFor: string;
            /** @description When it is looked at again by itself; of one that waits for the PDF: its next try */
            nextLookAt: string | null;
            sentAt: string | null;
            subject: string | null;
            language: ("en" | "nl" | "fr" | "de") | null;
            /** @description The version of the profile that it was sent with */
            profileVersion: number | null;
            /** @description Nobody knows whether it left: a person has to say so */
            canSettle: boolean;
            /** @description It was sent: a person can have it go to somebody else as well */
            canSendAgain: boolean;
        };
        NextMessageStep: {
            code: string;
            title: string;
            explanation: string;
            at: string | null;
        };
        NextReminder: {
            code: string;
            title: string;
            explanation: string;
            /** @description The level that leaves next; null while none is to come */
            level: number | null;
            /** @description When it leaves if nothing changes */
            at: string | null;
        };
        CanInvite: {
            allowed: boolean;
            /** @description Why not */
            words: components["schemas"]["Words"] | null;
            canSendWithoutDocument: boolean;
            /** @description Whom it goes to unless others are given */
            recipients: {
                to: string | null;
                cc: string[];
            };
        };
        CanRemind: {
            /** @description The reminder that a press sends; null while none can be sent */
            level: number | null;
            /** @description Why not */
            words: components["schemas"]["Words"] | null;
        };
        MessagePreview: {
            /** @description It says what it said when it was sent; else what it would say now */
            isSent: boolean;
            recipients: {
                to: string | null;
                cc: string[];
            };
            subject: string;
            text: string;
            html: string;
            /** @enum {string} */
            language: "en" | "nl" | "fr" | "de";
            attachmentName: string | null;
            profileVersion: number | null;
        };
        Sending: {
            isLive: boolean;
            liveSince: string | null;
            /** @description Invitations that wait for somebody to go live */
            heldCount: number;
        };
        MessageCalendar: {
            /** @description What goes out if nothing changes until then, by time */
            items: {
                /** Format: date */
                day: string;
                /**
                 * Format: date-time
                 * @description When it leaves at the earliest
                 */
                at: string;
                /** @enum {string} */
                kind: "invitation" | "reminder";
                level: number;
                why: components["schemas"]["Words"];
                invoice: {
                    id: string;
                    number: string | null;
                    customerId: string;
                    customerName: string;
                    dueDate: string | null;
                    open: components["schemas"]["Money"];
                    recipients: {
                        to: string | null;
                        cc: string[];
                    };
                };
            }[];
            /** @description Open invoices for which nothing (more) goes out, and why not */
            kept: {
                why: components["schemas"]["Words"];
                invoice: {
                    id: string;
                    number: string | null;
                    customerId: string;
                    customerName: string;
                    dueDate: string | null;
                    open: components["schemas"]["Money"];
                    recipients: {
                        to: string | null;
                        cc: string[];
                    };
                };
            }[];
            /** @description There are more open invoices than were looked at */
            isCapped: boolean;
        };
        CurrencyOverview: {
            currency: string;
            open: {
                count: number;
                amountCents: number;
            };
            overdue: {
                count: number;
                amountCents: number;
            };
            ages: {
                count: number;
                amountCents: number;
                /** @enum {string} */
                age: "not_due" | "days_1_30" | "days_31_60" | "days_61_90" | "days_91";
            }[];
            /** @description By the day that was promised, else the due date; what is overdue is in none of them */
            expected: {
                count: number;
                amountCents: number;
                /**
                 * Format: date
                 * @description The Monday of the week
                 */
                weekFrom: string;
            }[];
            expectedLater: {
                count: number;
                amountCents: number;
            };
            /** @description What invoices came to that were paid, by the week; the present one last */
            paid: {
                count: number;
                amountCents: number;
                /**
                 * Format: date
                 * @description The Monday of the week
                 */
                weekFrom: string;
            }[];
        };
        Overview: {
            /** Format: date */
            today: string;
            currencies: components["schemas"]["CurrencyOverview"][];
            /** @description Invitations that wait for a PDF; at most 10001 */
            waitingForDocument: number;
            provenCompleteAt: string | null;
        };
        PaymentLink: {
            /** @description Of the payment page; null once it was revoked */
            url: string | null;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
        };
        Question: {
            id: string;
            name: string;
            email: string;
            body: string;
            /** Format: date-time */
            askedAt: string;
            /**
             * @description Whether the business got it by mail
             * @enum {string}
             */
            mailState: "waiting" | "sending" | "sent" | "unknown" | "refused";
            /** @description Nobody knows, or it did not leave: a person has to say what is to be done */
            canSettle: boolean;
        };
        PaymentWriteBack: {
            /** @enum {string} */
            state: "off" | "waiting" | "done" | "refused" | "unknown" | "revoking" | "revoked";
            title: string;
            explanation: string;
            detail: string | null;
            nextTryAt: string | null;
            canRetry: boolean;
        };
        Payment: {
            id: string;
            invoiceId: string;
            /** @enum {string} */
            origin: "hand" | "crm";
            amount: components["schemas"]["Money"];
            paidOn: string | null;
            method: string | null;
            note: string | null;
            recordedByName: string | null;
            /** Format: date-time */
            recordedAt: string;
            revokedAt: string | null;
            revokedByName: string | null;
            revokedCause: ("by_hand" | "removed_in_crm") | null;
            matchedId: string | null;
            canRevoke: boolean;
            writeBack: components["schemas"]["PaymentWriteBack"] | null;
        };
        InvoiceStatement: {
            total: components["schemas"]["Money"];
            credits: {
                number: string | null;
                amount: components["schemas"]["Money"];
                on: string | null;
            }[];
            paidInCrm: components["schemas"]["Money"];
            /** @description Told here and not known to the CRM yet; below zero while it is removed there */
            paidHere: components["schemas"]["Money"];
            open: components["schemas"]["Money"];
            overpaid: components["schemas"]["Money"];
            isOverpaid: boolean;
        };
        WriteBackTask: {
            paymentId: string;
            invoice: {
                id: string;
                number: string | null;
                customerName: string;
            };
            connectionId: string;
            amount: components["schemas"]["Money"];
            paidOn: string | null;
            /** @enum {string} */
            state: "off" | "waiting" | "done" | "refused" | "unknown" | "revoking" | "revoked";
            cause: string | null;
            title: string;
            explanation: string;
            detail: string | null;
            /** Format: date-time */
            since: string;
        };
        ProfileChoice: {
            /** @description Of the invoice */
            id: string;
            number: string | null;
            customerName: string;
            invoiceDate: string | null;
            total: components["schemas"]["Money"];
            profile: {
                id: string;
                name: string;
            };
            profileReason: components["schemas"]["Words"];
            warning: {
                code: string;
                title: string;
                explanation: string;
                value: string | null;
            } | null;
            webUrl: string | null;
            /** @description What the custom fields said when they were read last; empty when none was */
            readings: {
                /** @enum {string} */
                context: "invoice" | "subscription";
                /** @description The name of the field; null: the CRM no longer has it */
                field: string | null;
                values: string[];
            }[];
        };
        /** @description Each count is at most 10001: that many means more than 10000 */
        ProfileChoiceSummary: {
            all: number;
            warned: number;
            reasons: {
                code: string;
                title: string;
                explanation: string;
                count: number;
            }[];
            warnings: {
                code: string;
                title: string;
                explanation: string;
                count: number;
            }[];
        };
        MadeFields: {
            fields: {
                /** @enum {string} */
                context: "invoice" | "subscription";
                /** @enum {string} */
                outcome: "made" | "found" | "kept" | "refused";
                label: string;
                missingOptions: string[];
                /** @description What the CRM said when it refused */
                detail: string | null;
            }[];
            problem: components["schemas"]["Words"] | null;
        };
        Profile: {
            id: string;
            name: string;
            /** Format: date-time */
            createdAt: string;
            /** @description Every change of how it sends makes a new one */
            version: number;
            /** @description Send the invitation when an invoice is booked */
            sendOnBooking: boolean;
            /** @description Wait for the PDF and attach it */
            waitForDocument: boolean;
            /** @description Attach the PDF when it is there */
            includeDocument: boolean;
            /** @description The payment page shows the PDF */
            showsDocument: boolean;
            /** @description The payment page takes questions */
            takesQuestions: boolean;
            /** @description Texts of its own, by language; a language without one has the text that comes with Vorder */
            invitationTexts: {
                [key: string]: {
                    subject: string;
                    body: string;
                };
            };
            /** @description Remind by itself of invoices whose invitation was sent */
            sendReminders: boolean;
            /** @description The levels, in order */
            reminders: {
                /** @description Days after the due date */
                offsetDays: number;
                isOn: boolean;
                /** @description Texts of its own, by language; a language without one has the text that comes with Vorder */
                texts: {
                    [key: string]: {
                        subject: string;
                        body: string;
                    };
                };
            }[];
            /** @description When reminders leave, in the time zone of the business */
            sendTimes: {
                /** @description 1 is Monday, 7 is Sunday */
                days: number[];
                from: string;
                until: string;
                holidaysOf: ("BE" | "NL")[];
            };
            /** @description The account to pay to; null: that of the business */
            iban: string | null;
            /** @description Whose account it is; null: the business by its name */
            beneficiary: string | null;
            /**
             * Format: date-time
             * @description When reminders can leave next: now, or the first moment after
             */
            nextSendAt: string;
        };
        /** @description Each count is at most 10001: that many means more than 10000 */
        ProfileUse: {
            /** @description Whose own profile it is */
            customers: number;
            openInvoices: number;
            /** @description Connections whose default it is */
            connections: number;
            /** @description Invoices whose custom fields named it when they were read last */
            fieldValues: number;
            /** @description Paid or archived; they keep it, and do not keep it from being deleted */
            settledInvoices: number;
        };
        /** @description What moved to the other profile */
        ProfileReplacement: {
            customers: number;
            openInvoices: number;
            connections: number;
        };
        SavedView: {
            id: string;
            /** @enum {string} */
            list: "invoices";
            name: string;
            query: string;
            columns: string[];
            isShared: boolean;
            /** @description Its owner asks: only they may change or remove it */
            isOwn: boolean;
            ownerName: string | null;
        };
        Session: {
            user: {
                id: string;
                name: string;
                email: string;
                language: string;
            } | null;
            creditor: components["schemas"]["Creditor"] | null;
            isFirstRun: boolean;
        };
        SharedFile: {
            id: string;
            name: string;
            contentType: string;
            sizeBytes: number;
            ownerName: string | null;
            /** @enum {string} */
            purpose: "customer_crm_export" | "customer_selection_export" | "document_zip" | "invoice_export";
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            expiresAt: string;
            downloads: number;
        };
        Task: {
            code: string;
            title: string;
            explanation: string;
            id: string;
            /** @enum {string} */
            kind: "connection" | "mail" | "message" | "question" | "payment" | "document" | "import" | "profile";
            subjectId: string;
            /** @description What helps, where the explanation does not say it */
            remedy: string | null;
            /** @description What Teamleader or the mail server said, word for word */
            detail: string | null;
            /** Format: date-time */
            since: string;
            /** @description How many wait for the same thing */
            count: number;
            accountName: string | null;
            document: ("pdf" | "ubl") | null;
            invoice: {
                id: string | null;
                number: string | null;
                customerId: string | null;
                customerName: string | null;
                amount: components["schemas"]["Money"] | null;
                webUrl: string | null;
            } | null;
            /**
             * @description The one thing that moves it on
             * @enum {string}
             */
            action: "connect" | "open_settings" | "open_customer" | "open_invoice" | "settle_message" | "retry_write_back" | "retrieve_document" | "retry_import";
        };
        TaskList: {
            items: components["schemas"]["Task"][];
            /** @description Kinds of which more waits than is listed */
            hasMore: ("connection" | "mail" | "message" | "question" | "payment" | "document" | "import" | "profile")[];
        };
        TaskSummary: {
            /** @description Each at most 101: that many means more than 100 */
            counts: {
                [key: string]: number;
            };
            total: number;
            isCapped: boolean;
        };
        RefreshedInvoice: {
            outcome: string;
            invoice: components["schemas"]["InvoiceDetail"];
        };
        InvoiceBulkAnswer: {
            run: components["schemas"]["LongRun"];
        };
        InvoicePayments: {
            items: components["schemas"]["Payment"][];
            statement: components["schemas"]["InvoiceStatement"];
        };
        MergedCustomer: {
            mergeId: string;
            customer: components["schemas"]["Customer"];
        };
        UnmergedCustomers: {
            customer: components["schemas"]["Customer"];
            other: components["schemas"]["Customer"];
        };
        CrmCustomers: {
            items: components["schemas"]["CrmCustomer"][];
            problem: components["schemas"]["Words"] | null;
        };
        AuthoriseAddress: {
            /** Format: uri */
            url: string;
        };
        TextPreview: {
            subject: string;
            text: string;
            html: string;
        };
        TestMessage: {
            sentTo: string;
        };
        InvoiceMessages: {
            items: components["schemas"]["Message"][];
            next: components["schemas"]["NextMessageStep"] | null;
            canInvite: components["schemas"]["CanInvite"];
            canRemind: components["schemas"]["CanRemind"];
            reminder: components["schemas"]["NextReminder"];
        };
        UndeliverableAddress: {
            id: string;
            address: string;
            /** @description The words of the mail server */
            detail: string;
            /** Format: date-time */
            foundAt: string;
            /** @description That have it as their e-mail or in copy */
            customers: {
                id: string;
                name: string;
                number: string;
            }[];
            /** @description About which the message was that came back */
            invoice: {
                id: string;
                number: string | null;
            } | null;
        };
        BounceAddress: {
            url: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
