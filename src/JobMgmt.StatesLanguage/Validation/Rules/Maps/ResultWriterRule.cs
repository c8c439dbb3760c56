namespace JobMgmt.StatesLanguage.Validation.Rules.Maps;

/// <summary>A ResultWriter says where to write, or how, or both: Resource and Parameters, WriterConfig, or all three.</summary>
internal sealed class ResultWriterRule : IValidationRule
{
    public void Check(ScopeNode scope, DiagnosticList diagnostics)
    {
        foreach (var state in scope.States.Where(state => state.Type == "Map"))
        {
            if (MapFields.Of(state, "ResultWriter", diagnostics) is { } writer)
            {
                Check(writer);
            }
        }
    }

    private static void Check(MapFields writer)
    {
        var parameters = writer.ParametersField;
        writer.Supports("Resource", parameters, "WriterConfig");
        if (writer.Body.Contains("Resource") || writer.Body.Contains(parameters))
        {
            writer.Requires("Resource", parameters);
        }
        else if (!writer.Body.Contains("WriterConfig"))
        {
            writer.Report($"At least one of these fields is required: [Resource, {parameters}, WriterConfig]");
        }

        writer.IsResource("putObject");
        writer.Template("Parameters");
        if (writer.Inner("WriterConfig") is { } config)
        {
            config.Supports("Transformation", "OutputType");
            config.IsOneOf("Transformation", "NONE", "COMPACT", "FLATTEN");
            config.IsOneOf("OutputType", "JSON", "JSONL");
        }
    }
}
