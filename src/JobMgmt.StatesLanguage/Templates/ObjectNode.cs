using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.StatesLanguage.Templates;

/// <summary>An object with expressions somewhere in it. The names are without <c>.$</c> and differ.</summary>
internal sealed class ObjectNode : TemplateNode
{
    private readonly KeyValuePair<string, TemplateNode>[] _members;

    public ObjectNode(KeyValuePair<string, TemplateNode>[] members) => _members = members;

    public override IEnumerable<PathOrIntrinsic> Expressions => _members.SelectMany(member => member.Value.Expressions);

    public override JsonValue Evaluate(EvaluationContext context)
    {
        var members = new KeyValuePair<string, JsonValue>[_members.Length];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = new KeyValuePair<string, JsonValue>(_members[i].Key, _members[i].Value.Evaluate(context));
        }

        return JsonObject.FromUnique(members);
    }
}
