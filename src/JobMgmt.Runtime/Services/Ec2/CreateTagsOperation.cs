using JobMgmt.Runtime.Store;
using JobMgmt.StatesLanguage.Json;

namespace JobMgmt.Runtime.Services.Ec2;

/// <summary>CreateTags: sets tags on instances.</summary>
internal sealed class CreateTagsOperation : IServiceOperation
{
    public Task<JsonObject> InvokeAsync(JsonObject request, CallContext call)
    {
        var tags = Ec2Tags.In(request);
        return call.WriteAsync(store =>
        {
            foreach (var id in request.Texts("Resources"))
            {
                var before = InstanceStore.Find(store, id) ?? throw Ec2Errors.NoResource(id);
                if (before.Tags.Select(tag => tag.Key).Union(tags.Select(tag => tag.Key)).Count() > 50)
                {
                    throw new ServiceException("TagLimitExceeded", "The maximum number of Tags for a resource has been reached.");
                }

                foreach (var (key, value) in tags)
                {
                    InstanceStore.SetTag(store, id, key, value);
                }
            }

            return JsonObject.Of(("Return", true));
        });
    }
}
