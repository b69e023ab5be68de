package dev.universalapi.launcher.cluster;

/// What kustomize prints of a small suite: a gateway, a service with tables, and perhaps a store.
final class Overlay {
    static final String STORE = """
            ---
            apiVersion: apps/v1
            kind: StatefulSet
            metadata:
              name: postgres
              namespace: suite
            spec:
              template:
                spec:
                  containers:
                  - image: postgres:17
                    name: postgres
                  volumes:
                  - name: secrets
                    secret:
                      secretName: auth-owner
            """;

    static final String SERVICES = """
            apiVersion: v1
            kind: Namespace
            metadata:
              labels:
                name: not-this
              name: suite
            ---
            apiVersion: v1
            data:
              application.yml: |
                kind: Deployment
            kind: ConfigMap
            metadata:
              name: settings
              namespace: suite
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: auth-service
              namespace: suite
            spec:
              template:
                spec:
                  containers:
                  - image: universal-api/auth-service:latest
                    name: auth-service
                  volumes:
                  - name: secrets
                    secret:
                      secretName: accounts
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: gateway
              namespace: suite
            spec:
              template:
                spec:
                  containers:
                  - image: universal-api/gateway
                    name: gateway
                  volumes:
                  - name: secrets
                    projected:
                      sources:
                      - secret:
                          name: gateway-identity
            ---
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: migrate-auth
              namespace: suite
            spec:
              template:
                spec:
                  containers:
                  - image: universal-api/auth-service:latest
                    name: migrate
            ---
            apiVersion: autoscaling/v2
            kind: HorizontalPodAutoscaler
            metadata:
              name: gateway
              namespace: suite
            """;

    private Overlay() {}

    static String whole() {
        return SERVICES + STORE;
    }
}
