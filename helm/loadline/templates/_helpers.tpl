{{- define "loadline.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "loadline.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- else if contains (include "loadline.name" .) .Release.Name }}
{{- .Release.Name | trunc 63 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "loadline.name" .) | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "loadline.chart" -}}
{{- printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "loadline.selectorLabels" -}}
app.kubernetes.io/name: {{ include "loadline.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "loadline.labels" -}}
helm.sh/chart: {{ include "loadline.chart" . }}
{{ include "loadline.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "loadline.serviceAccountName" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "loadline.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* true where a discovery asks the Kubernetes API. */}}
{{- define "loadline.asksKubernetes" -}}
{{- range .Values.collector.discovery }}{{ if hasKey . "kubernetes" }}true{{ end }}{{ end }}
{{- end }}

{{- define "loadline.image" -}}
{{- with .Values.image.registry }}{{ . }}/{{ end }}{{ .Values.image.repository }}
{{- if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{- define "loadline.claimName" -}}
{{- .Values.persistence.existingClaim | default (include "loadline.fullname" .) }}
{{- end }}

{{/* loadline.yaml: what the chart decides itself, then the blocks of the values as they are. */}}
{{- define "loadline.config" -}}
roles: [collector, advisor]
listen: 0.0.0.0:8686
data: /var/lib/loadline
store: embedded
collector:
  {{- toYaml .Values.collector | nindent 2 }}
{{- with .Values.services }}
services:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if or .Values.notifiers.slack.existingSecret .Values.notifiers.alertmanager.url }}
notifiers:
  {{- if .Values.notifiers.slack.existingSecret }}
  - slack:
      webhook_file: /run/secrets/loadline/slack/webhook-url
  {{- end }}
  {{- with .Values.notifiers.alertmanager.url }}
  - alertmanager:
      url: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end }}
